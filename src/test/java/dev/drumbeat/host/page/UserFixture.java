package dev.drumbeat.host.page;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Locale;

/** Who is logged in, as a test says. */
final class UserFixture implements JiraAuthenticationContext {

  private final Locale locale;
  private ApplicationUser user;

  UserFixture(Locale locale) {
    this.locale = locale;
  }

  @Override
  public ApplicationUser getLoggedInUser() {
    return user;
  }

  @Override
  public Locale getLocale() {
    return locale;
  }

  @Override
  public void setLoggedInUser(ApplicationUser user) {
    this.user = user;
  }
}
