package com.atlassian.jira.issue.status;

/** The status of an issue. */
public interface Status {
  String getId();

  String getName();
}
