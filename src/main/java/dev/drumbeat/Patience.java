package dev.drumbeat;

import java.time.Duration;

/** How long several waits may take together, by the system's clock. */
record Patience(long endNanos) {

  static Patience of(Duration time) {
    return new Patience(System.nanoTime() + time.toNanos());
  }

  /** What is left of it, never less than nothing. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }
}
