package dev.drumbeat.sending;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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

  private static final Set<String> NO_SUCH_ADDRESS =
      Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.4.4", "5.2.1");
  private static final Set<String> FULL_OR_BUSY = Set.of("5.2.2", "5.3.1", "5.4.5");
  private static final Set<String> ABOUT_THE_ACCOUNT = Set.of("5.7.3", "5.7.8", "5.7.9", "5.7.11");

  /** Not logged in, or not as the server wants it. */
  private static final Set<Integer> LOG_IN = Set.of(530, 534, 535, 538);

  private static final Pattern RELAYING = Pattern.compile("\\brelay(ing)?\\b");
  private static final Pattern POLICY =
      Pattern.compile(
          "block|black ?list|deny ?list|spam|\\brbl\\b|dnsbl|spamhaus|reputation|policy|\\bspf\\b"
              + "|dkim|dmarc|too many|rate limit|throttl|abuse");
  private static final Pattern ABOUT_US = Pattern.compile("sender|from address|mail from|helo");

  /**
   * Classifies a refusal of an address.
   *
   * @param status the enhanced status, for example {@code 5.1.1}; null when there is none
   * @param code the SMTP code, 0 when a report gives none
   */
  public static FailureClass of(@Nullable String status, int code, String text) {
    if (LOG_IN.contains(code)) {
      return CONFIGURATION;
    }
    String words = text.toLowerCase(Locale.ROOT);
    FailureClass known = status == null ? UNKNOWN : byStatus(status, words);
    return known == UNKNOWN && isGeneral(status) ? byCode(code, words) : known;
  }

  private static FailureClass byStatus(String status, String words) {
    if (NO_SUCH_ADDRESS.contains(status)) {
      return HARD;
    }
    if (ABOUT_THE_ACCOUNT.contains(status)) {
      return CONFIGURATION;
    }
    if (status.startsWith("5.7.") || status.startsWith("4.7.")) {
      return RELAYING.matcher(words).find() ? CONFIGURATION : BLOCK;
    }
    if (status.equals("5.3.4") || status.startsWith("5.6.")) {
      return CONTENT;
    }
    return status.startsWith("4.") || FULL_OR_BUSY.contains(status) ? SOFT : UNKNOWN;
  }

  /** Without a status, or with one that only repeats the code, the code has to do. */
  private static boolean isGeneral(@Nullable String status) {
    return status == null || status.endsWith(".0");
  }

  private static FailureClass byCode(int code, String words) {
    return switch (code) {
      case 552 -> SOFT;
      case 550, 551, 553, 554 -> byText(code, words);
      default -> code >= 400 && code < 500 ? byTemporaryText(words) : UNKNOWN;
    };
  }

  private static FailureClass byTemporaryText(String words) {
    return POLICY.matcher(words).find() ? BLOCK : SOFT;
  }

  /** These codes say "no such mailbox" or "not from you" alike. */
  private static FailureClass byText(int code, String words) {
    if (RELAYING.matcher(words).find()) {
      return CONFIGURATION;
    }
    if (POLICY.matcher(words).find()) {
      return BLOCK;
    }
    return code == 554 || ABOUT_US.matcher(words).find() ? UNKNOWN : HARD;
  }
}
