package dev.drumbeat.host.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;

/** Tells whether a page of another site made a browser send a request. */
public final class Origins {

  private Origins() {}

  /** Whether the headers of a request tell of another site than the one that was called. */
  public static boolean areForeign(HttpServletRequest request) {
    URI own = URI.create(request.getRequestURL().toString());
    return areForeign(own, request.getHeader("Origin"), request.getHeader("Referer"));
  }

  /**
   * False when neither header is there, as with clients that are not browsers.
   *
   * @param own the address that was called
   * @param origin the header of that name; decides alone when it is there, also as {@code null}
   * @param referer the header of that name
   */
  static boolean areForeign(URI own, String origin, String referer) {
    String from = origin != null ? origin : referer;
    return from != null && !of(own).equals(parse(from));
  }

  private static String parse(String address) {
    try {
      return of(URI.create(address));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String of(URI uri) {
    int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    int port = uri.getPort() < 0 ? standard : uri.getPort();
    return "%s://%s:%d".formatted(uri.getScheme(), uri.getHost(), port).toLowerCase(Locale.ROOT);
  }
}
