package com.atlassian.jira.issue;

import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.label.Label;
import com.atlassian.jira.issue.priority.Priority;
import com.atlassian.jira.issue.resolution.Resolution;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.Timestamp;
import java.util.Set;

/** An issue as it was when it was read. */
public interface Issue {
  Long getId();

  String getKey();

  String getSummary();

  String getDescription();

  Project getProjectObject();

  IssueType getIssueType();

  Status getStatus();

  Priority getPriority();

  ApplicationUser getAssignee();

  ApplicationUser getReporter();

  /** Null as long as it is open. */
  Resolution getResolution();

  boolean isSubTask();

  /** Null for what is no sub-task, or stands below nothing yet. */
  Long getParentId();

  Timestamp getDueDate();

  Timestamp getCreated();

  Set<Label> getLabels();

  Object getCustomFieldValue(CustomField customField);
}
