package com.atlassian.jira.issue.issuetype;

/** The type of an issue. */
public interface IssueType {
  String getId();

  String getName();

  boolean isSubTask();
}
