package dev.drumbeat.host.page.screen;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Values in addresses. */
public final class Links {

  /** The text as a value in a query. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Links() {}
}
