package com.atlassian.jira.security.groups;

import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;

/** Groups of users. */
public interface GroupManager {
  Collection<String> getGroupNamesForUser(ApplicationUser user);

  boolean groupExists(String groupName);
}
