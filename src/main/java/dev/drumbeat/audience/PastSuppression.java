package dev.drumbeat.audience;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A suppression that is in force or was; lifted is null while it is. */
public record PastSuppression(Suppression suppression, @Nullable Lifted lifted) {

  /** Who lifted it, when, and what they said. */
  public record Lifted(Instant at, String by, @Nullable String because) {}

  /** Whether it still forbids anything. */
  public boolean isInForce() {
    return lifted == null;
  }
}
