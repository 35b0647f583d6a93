package dev.drumbeat.host.user;

import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;

/** The embedded host has no project roles. */
public final class ProjectRoles implements ProjectRoleManager {

  @Override
  public ProjectRole getProjectRole(Long id) {
    return null;
  }
}
