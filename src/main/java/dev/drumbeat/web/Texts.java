package dev.drumbeat.web;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.sal.api.message.I18nResolver;
import dev.drumbeat.request.Reason;
import java.io.Serializable;
import java.util.Locale;

/** Texts in the language of whoever is logged in on this thread. */
public final class Texts {

  private final I18nResolver resolver;
  private final JiraAuthenticationContext authentication;

  public Texts(I18nResolver resolver, JiraAuthenticationContext authentication) {
    this.resolver = resolver;
    this.authentication = authentication;
  }

  /** The text of a key with its places filled. */
  public String of(String key, Serializable... arguments) {
    return in(authentication.getLocale(), key, arguments);
  }

  /** The text of a key for somebody who is not logged in. */
  public String in(Locale language, String key, Serializable... arguments) {
    return resolver.getText(language, key, arguments);
  }

  /** The sentence of a reason; reasons among its arguments are written first. */
  public String of(Reason reason) {
    return of(
        reason.key(),
        reason.arguments().stream()
            .map(a -> a instanceof Reason inner ? of(inner) : a)
            .toArray(Serializable[]::new));
  }
}
