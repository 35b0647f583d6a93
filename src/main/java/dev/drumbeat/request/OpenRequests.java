package dev.drumbeat.request;

import java.time.Duration;

/** Counts the requests that are being answered, so that the app does not go before they are. */
public final class OpenRequests {

  private int open;

  /** A request has begun; {@link #end} must follow. */
  public synchronized void begin() {
    open++;
  }

  /** A request is answered. */
  public synchronized void end() {
    open--;
    notifyAll();
  }

  /** Waits until all are answered; false when some are not after that time. */
  public synchronized boolean await(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    try {
      for (long left = time.toMillis(); open > 0 && left > 0; left = millisTo(end)) {
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return open <= 0;
  }

  private static long millisTo(long endNanos) {
    return Duration.ofNanos(endNanos - System.nanoTime()).toMillis();
  }
}
