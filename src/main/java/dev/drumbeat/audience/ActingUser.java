package dev.drumbeat.audience;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import java.util.function.Supplier;

/**
 * Makes a user the one who acts on this thread. Threads of jobs act for nobody, and parts of the
 * host ask the thread rather than the call.
 */
final class ActingUser {

  private final JiraAuthenticationContext context;

  ActingUser(JiraAuthenticationContext context) {
    this.context = context;
  }

  /** Does the work as that user and gives the thread back to whom it belonged. */
  <A> A as(ApplicationUser user, Supplier<A> work) {
    ApplicationUser before = context.getLoggedInUser();
    context.setLoggedInUser(user);
    try {
      return work.get();
    } finally {
      context.setLoggedInUser(before);
    }
  }
}
