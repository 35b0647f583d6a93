package dev.drumbeat.sequence;

import dev.drumbeat.request.Problems;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks single texts of a draft; after a problem it answers a value that nobody will use. */
public final class Texts {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

  private final Problems problems;

  public Texts(Problems problems) {
    this.problems = problems;
  }

  /** A line that must be there. */
  public String required(String field, @Nullable String value, int longest) {
    String line = optional(field, value, longest);
    if (line == null) {
      problems.add(field, "drumbeat.invalid.required");
      return "";
    }
    return line;
  }

  /** A line, or null when it is left out or blank. */
  public @Nullable String optional(String field, @Nullable String value, int longest) {
    return checked(field, value, longest, CONTROL);
  }

  /** Lines, or null when they are left out or blank. */
  @Nullable String optionalLines(String field, @Nullable String value, int longest) {
    return checked(field, value, longest, CONTROL_BUT_LINES);
  }

  private @Nullable String checked(
      String field, @Nullable String value, int longest, Pattern control) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > longest) {
      problems.add(field, "drumbeat.invalid.too-long", longest);
    }
    if (control.matcher(value).find()) {
      problems.add(field, "drumbeat.invalid.control");
    }
    return value.strip();
  }

  /** Whether nothing but line ends and tabs controls the text; notes a problem otherwise. */
  boolean isPrintable(String field, String value) {
    boolean printable = !CONTROL_BUT_LINES.matcher(value).find();
    if (!printable) {
      problems.add(field, "drumbeat.invalid.control");
    }
    return printable;
  }
}
