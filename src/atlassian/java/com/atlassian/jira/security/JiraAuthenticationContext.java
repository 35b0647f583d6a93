package com.atlassian.jira.security;

import com.atlassian.jira.user.ApplicationUser;
import java.util.Locale;

/** Who is acting on this thread; null for anonymous. */
public interface JiraAuthenticationContext {
  ApplicationUser getLoggedInUser();

  Locale getLocale();

  void setLoggedInUser(ApplicationUser user);
}
