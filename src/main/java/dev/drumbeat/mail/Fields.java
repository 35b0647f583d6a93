package dev.drumbeat.mail;

import dev.drumbeat.request.Problems;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks single fields of a draft; after a problem it answers a value that nobody will use. */
final class Fields {

  static final MailServer NO_SERVER = new MailServer("", 0, Security.NONE, null);
  private static final MailAddress NO_ADDRESS = new MailAddress("", "");

  /** Line breaks of all kinds, halves of characters, and what turns the direction of text. */
  private static final Pattern CONTROL =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{IsWhite_Space}\\p{Cf}]*");

  private final Problems problems;

  Fields(Problems problems) {
    this.problems = problems;
  }

  /** A line of text that must be there. */
  String required(String field, @Nullable String value, int longest) {
    String text = optional(field, value, longest);
    if (text == null) {
      problems.add(field, "drumbeat.invalid.required");
      return "";
    }
    return text;
  }

  /** A line of text, or null when it is left out or nothing of it can be seen. */
  @Nullable String optional(String field, @Nullable String value, int longest) {
    if (value == null || INVISIBLE.matcher(value).matches()) {
      return null;
    }
    line(field, value, longest);
    return value.strip();
  }

  /** A password is taken as it is, blanks included. */
  void password(String field, String value) {
    if (value.isEmpty()) {
      problems.add(field, "drumbeat.invalid.required");
    }
    line(field, value, 500);
  }

  private void line(String field, String value, int longest) {
    if (value.length() > longest) {
      problems.add(field, "drumbeat.invalid.too-long", longest);
    }
    // A line break in a name or a user would let its writer add headers or commands of his own.
    if (CONTROL.matcher(value).find()) {
      problems.add(field, "drumbeat.invalid.control");
    }
  }

  MailAddress address(String field, String value) {
    ParsedAddress parsed = MailAddress.parse(value);
    if (parsed instanceof ParsedAddress.Accepted accepted) {
      return accepted.address();
    }
    problems.add(field, ((ParsedAddress.Refused) parsed).reason());
    return NO_ADDRESS;
  }

  String host(String field, @Nullable String value) {
    String host = required(field, value, 253);
    Optional<String> ascii = HostName.of(host);
    if (ascii.isEmpty()) {
      problems.add(field, "drumbeat.invalid.host", host);
    }
    return ascii.orElse("");
  }

  int number(String field, @Nullable Integer value, int least, int most) {
    if (value == null) {
      problems.add(field, "drumbeat.invalid.required");
      return 0;
    }
    if (value < least || value > most) {
      problems.add(
          field, "drumbeat.invalid.range", Integer.toString(least), Integer.toString(most));
    }
    return value;
  }

  Security security(String field, @Nullable String value) {
    if (value == null) {
      problems.add(field, "drumbeat.invalid.required");
      return Security.NONE;
    }
    return Security.of(value)
        .orElseGet(
            () -> {
              problems.add(field, "drumbeat.invalid.security", value);
              return Security.NONE;
            });
  }
}
