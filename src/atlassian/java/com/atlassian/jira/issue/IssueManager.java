package com.atlassian.jira.issue;

/** Reads issues without a check of rights; answers null when there is none. */
public interface IssueManager {
  MutableIssue getIssueObject(Long id);

  MutableIssue getIssueByCurrentKey(String key);
}
