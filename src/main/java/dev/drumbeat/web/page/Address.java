package dev.drumbeat.web.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of a page with what stands behind the question mark, bit by bit. */
record Address(String text) {

  static Address of(URI page) {
    return new Address(page.toString());
  }

  /** With one more parameter; an empty value is left out. */
  Address with(String name, Object value) {
    String written = value.toString();
    if (written.isEmpty()) {
      return this;
    }
    String between = text.contains("?") ? "&" : "?";
    return new Address(
        text + between + name + "=" + URLEncoder.encode(written, StandardCharsets.UTF_8));
  }

  /** The same list from there on; from its beginning without saying so. */
  Address startingAt(int startAt) {
    return startAt == 0 ? this : with("startAt", startAt);
  }

  @Override
  public String toString() {
    return text;
  }
}
