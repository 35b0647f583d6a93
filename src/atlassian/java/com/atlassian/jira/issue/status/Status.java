package com.atlassian.jira.issue.status;

import com.atlassian.jira.issue.status.category.StatusCategory;

/** The status of an issue. */
public interface Status {
  String getId();

  String getName();

  StatusCategory getStatusCategory();
}
