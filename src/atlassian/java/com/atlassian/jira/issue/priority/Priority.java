package com.atlassian.jira.issue.priority;

/** The priority of an issue. */
public interface Priority {
  String getId();

  String getName();
}
