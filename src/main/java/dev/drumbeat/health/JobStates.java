package dev.drumbeat.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How all jobs do. A node that has been silent for a day is taken for gone. */
final class JobStates {

  private static final Duration GONE = Duration.ofDays(1);

  private final List<JobPlan> plans;
  private final JobRuns runs;
  private volatile @Nullable Instant startedUpAt;

  JobStates(List<JobPlan> plans, JobRuns runs) {
    this.plans = List.copyOf(plans);
    this.runs = runs;
  }

  /** The jobs were given to the scheduler at that moment. */
  void startedUp(Instant at) {
    startedUpAt = at;
  }

  List<JobState> at(Instant now) {
    Instant up = startedUpAt == null ? now : startedUpAt;
    Map<String, List<JobRun>> known =
        runs.all().stream().collect(Collectors.groupingBy(JobRun::job));
    return plans.stream()
        .flatMap(plan -> states(plan, known.getOrDefault(plan.job(), List.of()), up, now))
        .toList();
  }

  private Stream<JobState> states(JobPlan plan, List<JobRun> known, Instant up, Instant now) {
    if (!plan.onEveryNode()) {
      return Stream.of(JobState.of(plan, known.isEmpty() ? null : known.get(0), up, now));
    }
    JobRun own = known.stream().filter(this::isOwn).findFirst().orElse(null);
    Stream<JobState> others =
        known.stream()
            .filter(run -> !isOwn(run) && run.startedAt().isAfter(now.minus(GONE)))
            .map(run -> JobState.of(plan, run, run.startedAt(), now));
    return Stream.concat(Stream.of(JobState.of(plan, own, up, now)), others);
  }

  private boolean isOwn(JobRun run) {
    return Objects.equals(run.node(), runs.node());
  }
}
