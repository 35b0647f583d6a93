package dev.drumbeat.sending;

import dev.drumbeat.request.Reason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The work of one mail account: who did it last and when, and what holds it. Idle is the last long
 * time in which nobody could send.
 */
public record Shard(
    long accountId,
    @Nullable String node,
    @Nullable Instant lastTickAt,
    @Nullable Hold hold,
    int failures,
    @Nullable Idle idle) {

  /** Why nothing leaves, and when that is looked at again. */
  public record Hold(Instant until, Reason why) {}

  /** A time in which due steps were not looked at (T20). */
  record Idle(Instant from, Instant to) {

    /** Whether a step that was due then has waited longer than that, for no limit of ours. */
    boolean hasSpoilt(Instant dueAt, Duration limit) {
      Instant latest = to.minus(limit);
      return dueAt.isBefore(latest) && from.isBefore(latest);
    }
  }
}
