package com.atlassian.jira.security;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;

/** Answers for rights on an issue or a project; a null user is anonymous. */
public interface PermissionManager {
  boolean hasPermission(ProjectPermissionKey key, Issue issue, ApplicationUser user);

  boolean hasPermission(ProjectPermissionKey key, Project project, ApplicationUser user);
}
