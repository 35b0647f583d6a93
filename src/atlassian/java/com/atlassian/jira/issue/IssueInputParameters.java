package com.atlassian.jira.issue;

/** What is written into a new issue. Users are named by their user name, not by their key. */
public interface IssueInputParameters {
  IssueInputParameters setProjectId(Long projectId);

  IssueInputParameters setIssueTypeId(String issueTypeId);

  IssueInputParameters setSummary(String summary);

  IssueInputParameters setDescription(String description);

  IssueInputParameters setReporterId(String userName);

  IssueInputParameters setAssigneeId(String userName);

  IssueInputParameters setSkipScreenCheck(boolean skipScreenCheck);
}
