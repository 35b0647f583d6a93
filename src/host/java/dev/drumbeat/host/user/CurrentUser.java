package dev.drumbeat.host.user;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Locale;

/** The user on whose behalf a thread works; nobody until it is set. */
public final class CurrentUser implements JiraAuthenticationContext {

  private final ThreadLocal<HostUser> user = new ThreadLocal<>();

  /** The acting user; null when anonymous. */
  public HostUser get() {
    return user.get();
  }

  /** Lets this thread act for the user until {@link #clear}; null makes it anonymous. */
  public void set(HostUser acting) {
    if (acting == null) {
      clear();
    } else {
      user.set(acting);
    }
  }

  /** Makes this thread anonymous. */
  public void clear() {
    user.remove();
  }

  @Override
  public ApplicationUser getLoggedInUser() {
    return get();
  }

  @Override
  public void setLoggedInUser(ApplicationUser acting) {
    set((HostUser) acting);
  }

  /** The acting user's language; English when anonymous. */
  @Override
  public Locale getLocale() {
    return get() == null ? Locale.ENGLISH : get().locale();
  }
}
