package dev.drumbeat.web;

import dev.drumbeat.health.JobRun;
import dev.drumbeat.health.JobState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the app's jobs, and its last run; on each node where it runs on all. Outcomes are {@code
 * success}, {@code failed}, {@code aborted} and, while there is none, {@code running}.
 */
public record JobView(
    String job,
    @Nullable String node,
    String state,
    String sentence,
    @Nullable Instant lastRunAt,
    @Nullable Instant endedAt,
    @Nullable String outcome,
    @Nullable Instant nextRunAt,
    int failuresInARow) {

  static JobView of(JobState job, Answers answers) {
    JobRun run = job.run();
    return new JobView(
        job.plan().job(),
        run == null ? null : run.node(),
        job.level().word(),
        answers.text(job.sentence()),
        run == null ? null : run.startedAt(),
        run == null ? null : run.endedAt(),
        run == null ? null : run.result(),
        job.nextAt(),
        run == null ? 0 : run.failures());
  }
}
