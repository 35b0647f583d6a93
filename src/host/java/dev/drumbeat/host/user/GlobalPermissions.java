package dev.drumbeat.host.user;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.user.ApplicationUser;

/** The host knows one global permission: to administer, which a group gives. */
public final class GlobalPermissions implements GlobalPermissionManager {

  /** Whoever is in this group administers the host. */
  public static final String ADMINISTRATORS = "jira-administrators";

  private final Groups groups;

  public GlobalPermissions(Groups groups) {
    this.groups = groups;
  }

  /** False for null, for users who were deactivated and for keys the host does not know. */
  @Override
  public boolean hasPermission(GlobalPermissionKey permissionKey, ApplicationUser user) {
    return permissionKey.equals(GlobalPermissionKey.ADMINISTER) && isAdministrator(user);
  }

  /** Whether the user administers the host. */
  public boolean isAdministrator(ApplicationUser user) {
    return user != null
        && user.isActive()
        && groups.getGroupNamesForUser(user).contains(ADMINISTRATORS);
  }
}
