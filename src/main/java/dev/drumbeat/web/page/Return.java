package dev.drumbeat.web.page;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a page leads back to: a page of ours, below the servlet, and nowhere else. */
final class Return {

  private static final Pattern OURS =
      Pattern.compile(
          "/(campaigns|sequences|leads)(/[A-Za-z0-9]+)*"
              + "(\\?([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?");
  private static final int LONGEST = 2_000;

  private Return() {}

  /** The path without its first slash; empty when it is not one of ours. */
  static Optional<String> checked(String path) {
    return Optional.of(path)
        .filter(p -> p.length() <= LONGEST && OURS.matcher(p).matches())
        .map(p -> p.substring(1));
  }
}
