package dev.drumbeat.sending;

import dev.drumbeat.mail.failure.Failure;
import dev.drumbeat.mail.failure.Failures;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a message was refused (B2), whether the server said so in the dialogue or a report later
 * (B1). The enhanced status decides, then the code, then the text.
 */
public enum FailureClass {
  /** The address or its domain does not exist. */
  HARD,
  /** Full, busy, refused for now. */
  SOFT,
  /** Policy, reputation, rate: about the sender, not the lead. */
  BLOCK,
  /** Size, format, wording: about the message. */
  CONTENT,
  /** Log-in, relaying, TLS: about the mail account. */
  CONFIGURATION,
  /** Nothing that we know; treated as soft and shown for review. */
  UNKNOWN;

  /** Plain codes by which a server refuses an address for good. */
  private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553);

  /** Not logged in, or not as the server wants it. */
  private static final Set<Integer> LOG_IN = Set.of(530, 534, 535, 538);

  /**
   * Classifies a refusal of an address as a report of it would be classified (B1); only that here
   * it is known that a bare code speaks of the address.
   *
   * @param status the enhanced status, for example {@code 5.1.1}; null when there is none
   * @param code the SMTP code
   * @param text the whole answer
   */
  public static FailureClass of(@Nullable String status, int code, String text) {
    if (LOG_IN.contains(code)) {
      return CONFIGURATION;
    }
    FailureClass known = of(Failures.inDialogue(status, text));
    boolean bare = status == null || status.endsWith(".0");
    return known == UNKNOWN && bare && NO_SUCH_MAILBOX.contains(code) ? HARD : known;
  }

  private static FailureClass of(Failure failure) {
    return switch (failure) {
      case HARD -> HARD;
      case BLOCK -> BLOCK;
      case CONFIGURATION -> CONFIGURATION;
      case CONTENT -> CONTENT;
      case SOFT, DELAY -> SOFT;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
