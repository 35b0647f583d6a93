package dev.drumbeat.host.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The host's clock: it runs like the system's, and tests and the demo move it forward. */
public final class HostClock implements InstantSource {

  private final InstantSource base;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  private HostClock(InstantSource base) {
    this.base = base;
  }

  /** A clock that runs with the system's. */
  public static HostClock running() {
    return new HostClock(InstantSource.system());
  }

  /** A clock that stands still until it is moved. */
  public static HostClock standingAt(Instant instant) {
    return new HostClock(InstantSource.fixed(instant));
  }

  @Override
  public Instant instant() {
    return base.instant().plus(ahead.get());
  }

  /** Moves the clock; a negative duration moves it back, as an administrator's mistake would. */
  public void advance(Duration by) {
    ahead.accumulateAndGet(by, Duration::plus);
  }
}
