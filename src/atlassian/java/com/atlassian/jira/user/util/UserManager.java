package com.atlassian.jira.user.util;

import com.atlassian.jira.user.ApplicationUser;

/** Looks users up; answers null when there is no such user. */
public interface UserManager {
  ApplicationUser getUserByKey(String userKey);

  ApplicationUser getUserByName(String username);
}
