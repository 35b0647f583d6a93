package com.atlassian.jira.issue.status.category;

/** What a status means, whatever it is called: {@code new}, {@code indeterminate}, {@code done}. */
public interface StatusCategory {
  String getKey();
}
