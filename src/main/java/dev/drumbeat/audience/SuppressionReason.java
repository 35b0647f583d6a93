package dev.drumbeat.audience;

import dev.drumbeat.request.Reason;
import java.util.Locale;

/** Why nobody may write there (U1). */
public enum SuppressionReason {
  /** The lead asked for it. */
  UNSUBSCRIBED,
  /** The lead called it spam. */
  COMPLAINED,
  /** The address does not exist. */
  HARD_BOUNCE,
  /** Mail failed for a while too often. */
  SOFT_LIMIT,
  /** Somebody of ours said so. */
  MANUAL,
  /** It came with a list. */
  IMPORTED;

  /** In a sentence. */
  public Reason reason() {
    return Reason.of("drumbeat.suppressed." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
