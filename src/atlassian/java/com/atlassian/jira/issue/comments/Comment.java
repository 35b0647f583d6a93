package com.atlassian.jira.issue.comments;

import java.util.Date;

/** A comment on an issue. */
public interface Comment {
  Long getId();

  String getBody();

  Date getCreated();
}
