package dev.drumbeat.host.issue;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two parts of a key such as {@code SALES-7}. */
record IssueKey(String project, long number) {

  private static final Pattern KEY = Pattern.compile("([A-Z][A-Z0-9]*)-([1-9][0-9]{0,17})");

  /** Reads a key in any case; empty when it is none. */
  static Optional<IssueKey> parse(String text) {
    Matcher key = KEY.matcher(text == null ? "" : text.trim().toUpperCase(Locale.ROOT));
    return key.matches()
        ? Optional.of(new IssueKey(key.group(1), Long.parseLong(key.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return project + "-" + number;
  }
}
