package dev.drumbeat.mail.failure;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Enhanced status codes (RFC 3463) in the words of servers. */
public final class StatusCode {

  private static final Pattern ENHANCED =
      Pattern.compile("(?<![\\d.])[245]\\.\\d{1,3}\\.\\d{1,3}(?![\\d]|\\.\\d)");
  private static final Pattern PLAIN = Pattern.compile("(?<![\\d.-])([45])\\d\\d(?=[\\s#:-])");

  private StatusCode() {}

  /** The first one that says more than success, failure or trouble, or else the first. */
  public static Optional<String> in(String text) {
    Optional<String> telling =
        ENHANCED
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .filter(c -> !isVague(c))
            .findFirst();
    return telling.or(() -> ENHANCED.matcher(text).results().map(MatchResult::group).findFirst());
  }

  /** Whether it tells the class only, as 5.0.0 does. */
  static boolean isVague(String code) {
    return code.endsWith(".0.0");
  }

  /** Whether the plain code of the protocol in a text says that the trouble may pass. */
  static boolean isPassing(String text) {
    return PLAIN
        .matcher(text)
        .results()
        .findFirst()
        .filter(m -> m.group(1).equals("4"))
        .isPresent();
  }
}
