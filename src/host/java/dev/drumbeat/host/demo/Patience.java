package dev.drumbeat.host.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that happens by itself, and not for ever. */
public final class Patience {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(50);

  private Patience() {}

  /** An exception when it did not. */
  public static void until(BooleanSupplier happened) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("it did not happen within " + LONGEST);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
