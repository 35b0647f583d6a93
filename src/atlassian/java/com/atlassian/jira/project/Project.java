package com.atlassian.jira.project;

import com.atlassian.jira.issue.issuetype.IssueType;
import java.util.Collection;

/** A project. */
public interface Project {
  Long getId();

  String getKey();

  String getName();

  Collection<IssueType> getIssueTypes();
}
