package dev.drumbeat.health;

import dev.drumbeat.request.Reason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a job does.
 *
 * @param run its last run; null when there was none
 * @param nextAt when the next one is expected; null when nobody knows
 * @param sentence what is wrong, or that nothing is
 */
public record JobState(
    JobPlan plan, @Nullable JobRun run, @Nullable Instant nextAt, Level level, Reason sentence) {

  private static final int OFTEN = 3;

  /** Judged at that moment; the app has been there since its start. */
  static JobState of(JobPlan plan, @Nullable JobRun run, Instant startedUpAt, Instant now) {
    Instant last =
        run == null || run.startedAt().isBefore(startedUpAt) ? startedUpAt : run.startedAt();
    Duration since = Duration.between(last, now);
    Instant next = run == null ? null : run.startedAt().plus(plan.interval());
    if (since.compareTo(plan.patience()) > 0) {
      return new JobState(plan, run, next, Level.ERROR, late(plan, run, since));
    }
    return new JobState(plan, run, next, level(run), sentence(plan, run));
  }

  private static Reason late(JobPlan plan, @Nullable JobRun run, Duration since) {
    String key =
        run != null && run.isOpen() ? "drumbeat.health.job.long" : "drumbeat.health.job.late";
    return Reason.of(key, plan.job(), since.toMinutes());
  }

  private static Level level(@Nullable JobRun run) {
    if (run == null || run.failures() == 0) {
      return Level.OK;
    }
    return run.failures() < OFTEN ? Level.WARNING : Level.ERROR;
  }

  private static Reason sentence(JobPlan plan, @Nullable JobRun run) {
    if (run == null) {
      return Reason.of("drumbeat.health.job.first", plan.job());
    }
    return run.failures() == 0
        ? Reason.of("drumbeat.health.job.ok", plan.job())
        : Reason.of("drumbeat.health.job.failed", plan.job(), run.failures());
  }
}
