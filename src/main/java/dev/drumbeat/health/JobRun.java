package dev.drumbeat.health;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The last run of a job, on one node where it runs on all.
 *
 * @param node the node that ran it; null where there is only one
 * @param endedAt null while it runs, and when it was cut off
 * @param outcome a name of the scheduler's outcomes; null like the end
 * @param failures how often in a row it failed
 */
public record JobRun(
    String job,
    @Nullable String node,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String outcome,
    int failures) {

  /** The word of REST for how it ended, {@code running} while it has not. */
  public String result() {
    return outcome == null ? "running" : outcome.toLowerCase(Locale.ROOT);
  }

  /** Whether the run has not come to an end. */
  boolean isOpen() {
    return endedAt == null;
  }
}
