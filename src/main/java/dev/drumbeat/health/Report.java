package dev.drumbeat.health;

import java.time.Instant;
import java.util.List;

/** How everything is at one moment; the worst of it stands for all of it. */
public record Report(
    Instant at, List<AccountStatus> accounts, List<JobState> jobs, List<Check> checks) {

  /** The worst level of any check. */
  public Level level() {
    return Level.worst(checks.stream().map(Check::level).toList());
  }
}
