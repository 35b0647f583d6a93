package dev.drumbeat.host.http;

import java.net.URI;

/** Tells whether a page of another site made a browser send a request. */
final class Origins {

  private Origins() {}

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
    return "%s://%s:%d".formatted(uri.getScheme(), uri.getHost(), port).toLowerCase();
  }
}
