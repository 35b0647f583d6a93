package dev.drumbeat.log;

import dev.drumbeat.request.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why something happened, as a line of the log says it: {@code why=outcome.hard code=550/5.1.1}.
 * The word is the key of the sentence that people see; of what fills its places only the answer
 * code of a mail server is kept, since the rest may name people.
 */
public final class Why {

  private static final String OURS = "drumbeat.";
  private static final Pattern CODE =
      Pattern.compile("(?<![\\d.])([245]\\d\\d)(?:[ -]([245]\\.\\d{1,3}\\.\\d{1,3}))?(?![\\d.])");

  private Why() {}

  /** That reason; null is none. */
  public static String of(@Nullable Reason reason) {
    if (reason == null) {
      return "why=none";
    }
    String code = code(reason);
    return "why=" + word(reason) + (code == null ? "" : " code=" + code);
  }

  /** The word alone, {@code outcome.hard}. */
  public static String word(Reason reason) {
    String key = reason.key();
    return Plain.text(key.startsWith(OURS) ? key.substring(OURS.length()) : key);
  }

  /** The answer code of a mail server, {@code 550/5.1.1}; null when none said so. */
  public static @Nullable String code(Reason reason) {
    return reason.arguments().stream()
        .filter(String.class::isInstance)
        .map(argument -> CODE.matcher(argument.toString()))
        .filter(Matcher::lookingAt)
        .map(found -> found.group(1) + (found.group(2) == null ? "" : "/" + found.group(2)))
        .findFirst()
        .orElse(null);
  }
}
