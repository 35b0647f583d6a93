package dev.drumbeat.host.http;

import java.util.function.BiConsumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Headers that every answer carries. The policy is stricter than Jira's, so that an inline script
 * fails here first; styles may be inline because AUI's scripts set them.
 */
final class SecurityHeaders implements HttpConfiguration.Customizer {

  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
          + "script-src 'self'";

  @Override
  public Request customize(Request request, HttpFields.Mutable headers) {
    set(headers::put);
    return request;
  }

  /** Gives the headers back to an answer that was reset. */
  static void set(BiConsumer<String, String> headers) {
    headers.accept("X-Content-Type-Options", "nosniff");
    headers.accept("X-Frame-Options", "SAMEORIGIN");
    headers.accept("Content-Security-Policy", POLICY);
  }
}
