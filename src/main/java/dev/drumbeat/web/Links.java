package dev.drumbeat.web;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.net.URI;

/**
 * Absolute addresses below the configured base URL, for answers and for places outside a request.
 */
public final class Links {

  private final ApplicationProperties application;

  public Links(ApplicationProperties application) {
    this.application = application;
  }

  /** A resource of REST, for example {@code mail-accounts/7}. */
  public URI rest(String path) {
    return URI.create(application.getBaseUrl(UrlMode.CANONICAL) + "/rest/drumbeat/1/" + path);
  }

  /** An issue of the host. */
  public URI issue(String key) {
    return URI.create(application.getBaseUrl(UrlMode.CANONICAL) + "/browse/" + key);
  }

  /** A page of the app, for example {@code accounts}. */
  public URI page(String name) {
    return URI.create(
        application.getBaseUrl(UrlMode.CANONICAL) + "/plugins/servlet/drumbeat/" + name);
  }
}
