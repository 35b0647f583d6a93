package dev.drumbeat.sending;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The time that work may take, by the system's clock, unless it is stopped before. */
record Budget(long endNanos, BooleanSupplier stopped) {

  static Budget of(Duration time, BooleanSupplier stopped) {
    return new Budget(System.nanoTime() + time.toNanos(), stopped);
  }

  boolean isOver() {
    return stopped.getAsBoolean() || left().isNegative();
  }

  Duration left() {
    return Duration.ofNanos(endNanos - System.nanoTime());
  }

  /** A part of it, at most that long. */
  Budget part(Duration most) {
    Duration time = left().compareTo(most) < 0 ? left() : most;
    return of(time, stopped);
  }
}
