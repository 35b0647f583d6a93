package com.atlassian.jira.user;

/** A user of the host. The key is stable, the name may change. */
public interface ApplicationUser {
  String getKey();

  String getUsername();

  String getEmailAddress();

  String getDisplayName();

  boolean isActive();
}
