package dev.drumbeat.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When what was refused for now is tried again: at growing intervals, for three days (B3). */
final class Retries {

  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration ENOUGH = Duration.ofDays(3);

  private Retries() {}

  /** The next time; empty when it was tried for long enough. */
  static Optional<Instant> next(int attempts, Instant failingSince, Instant now) {
    Instant end = failingSince.plus(ENOUGH);
    if (!now.isBefore(end)) {
      return Optional.empty();
    }
    Instant next = now.plus(interval(attempts));
    return Optional.of(next.isAfter(end) ? end : next);
  }

  /** Five minutes after the first time, three times as long after each, half a day at most. */
  static Duration interval(int attempts) {
    Duration interval = FIRST;
    for (int n = 1; n < attempts && interval.compareTo(LONGEST) < 0; n++) {
      interval = interval.multipliedBy(3);
    }
    return interval.compareTo(LONGEST) < 0 ? interval : LONGEST;
  }
}
