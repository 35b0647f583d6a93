package com.atlassian.jira.config;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

/** Puts issues below others. */
public interface SubTaskManager {
  void createSubTaskIssueLink(Issue parent, Issue subTask, ApplicationUser user)
      throws CreateException;
}
