package com.atlassian.jira.security.roles;

/** The project roles of the host. */
public interface ProjectRoleManager {
  /** Null when there is none with that id. */
  ProjectRole getProjectRole(Long id);
}
