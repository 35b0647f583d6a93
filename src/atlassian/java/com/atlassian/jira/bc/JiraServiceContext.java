package com.atlassian.jira.bc;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;

/** The user of a call and the errors it collects. */
public interface JiraServiceContext {
  ErrorCollection getErrorCollection();

  ApplicationUser getLoggedInApplicationUser();
}
