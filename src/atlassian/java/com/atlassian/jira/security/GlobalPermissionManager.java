package com.atlassian.jira.security;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.user.ApplicationUser;

/** Answers for rights that do not depend on a project. */
public interface GlobalPermissionManager {
  boolean hasPermission(GlobalPermissionKey permissionKey, ApplicationUser user);
}
