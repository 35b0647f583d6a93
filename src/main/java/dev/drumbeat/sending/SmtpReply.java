package dev.drumbeat.sending;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered to a command.
 *
 * @param code of RFC 5321, three digits
 * @param status the enhanced status of RFC 3463, null when the server gave none
 * @param text the answer on one line, codes included
 */
record SmtpReply(int code, @Nullable String status, String text) {

  private static final int LONGEST = 450;
  private static final Pattern STATUS =
      Pattern.compile("(?m)^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  /** Empty when it is no answer at all, as when the server hung up. */
  static Optional<SmtpReply> of(int code, @Nullable String answer) {
    if (answer == null || code < 200 || code > 599) {
      return Optional.empty();
    }
    Matcher status = STATUS.matcher(answer);
    return Optional.of(
        new SmtpReply(code, status.find() ? status.group(1) : null, oneLine(answer)));
  }

  private static String oneLine(String answer) {
    String line = answer.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }

  boolean isPositive() {
    return code < 300;
  }

  boolean isRefusal() {
    return code >= 400;
  }
}
