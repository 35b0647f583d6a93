package dev.drumbeat.host.issue;

import com.atlassian.jira.issue.IssueInputParameters;

/** What an app writes into a new issue; every screen of this host has every field. */
final class IssueInput implements IssueInputParameters {

  private Long projectId;
  private String issueTypeId = "";
  private String summary;
  private String description;
  private String reporterId;
  private String assigneeId;

  @Override
  public IssueInputParameters setProjectId(Long to) {
    projectId = to;
    return this;
  }

  @Override
  public IssueInputParameters setIssueTypeId(String to) {
    issueTypeId = to;
    return this;
  }

  @Override
  public IssueInputParameters setSummary(String to) {
    summary = to;
    return this;
  }

  @Override
  public IssueInputParameters setDescription(String to) {
    description = to;
    return this;
  }

  @Override
  public IssueInputParameters setReporterId(String to) {
    reporterId = to;
    return this;
  }

  @Override
  public IssueInputParameters setAssigneeId(String to) {
    assigneeId = to;
    return this;
  }

  @Override
  public IssueInputParameters setSkipScreenCheck(boolean skipScreenCheck) {
    return this;
  }

  Long projectId() {
    return projectId;
  }

  String issueTypeId() {
    return issueTypeId;
  }

  String summary() {
    return summary;
  }

  String description() {
    return description;
  }

  String reporterId() {
    return reporterId;
  }

  String assigneeId() {
    return assigneeId;
  }
}
