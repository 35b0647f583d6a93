package dev.drumbeat.web.support;

import dev.drumbeat.health.Check;
import dev.drumbeat.health.JobRun;
import dev.drumbeat.health.JobState;
import dev.drumbeat.health.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All checks and jobs; nodes are numbered, since their names are those of servers. */
record HealthPart(String state, List<CheckPart> checks, List<JobPart> jobs) {

  record CheckPart(String check, String state, @Nullable Cause cause) {

    static CheckPart of(Check check) {
      return new CheckPart(check.name(), check.level().word(), Cause.of(check.sentence()));
    }
  }

  record JobPart(
      String job,
      int node,
      String state,
      @Nullable Instant lastRunAt,
      @Nullable Instant endedAt,
      @Nullable String outcome,
      @Nullable Instant nextRunAt,
      int failuresInARow) {

    static JobPart of(JobState job, List<String> nodes) {
      JobRun run = job.run();
      return new JobPart(
          job.plan().job(),
          run == null ? 0 : nodes.indexOf(String.valueOf(run.node())),
          job.level().word(),
          run == null ? null : run.startedAt(),
          run == null ? null : run.endedAt(),
          run == null ? null : run.result(),
          job.nextAt(),
          run == null ? 0 : run.failures());
    }
  }

  static HealthPart of(Report report) {
    List<String> nodes =
        report.jobs().stream()
            .map(JobState::run)
            .filter(run -> run != null)
            .map(run -> String.valueOf(run.node()))
            .distinct()
            .sorted()
            .toList();
    return new HealthPart(
        report.level().word(),
        report.checks().stream().map(CheckPart::of).toList(),
        report.jobs().stream().map(job -> JobPart.of(job, nodes)).toList());
  }
}
