package dev.drumbeat.report;

import dev.drumbeat.sequence.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the mails of a campaign leave: per step, and per day of the campaign's zone. Late are those
 * that a limit put off to another day. An unfinished one was cut off, and everything in it is the
 * least that is to come.
 */
public record Flow(
    List<StepFlow> steps, SortedMap<LocalDate, Day> days, int late, boolean isFinished) {

  /** Of a campaign that has nothing to say. */
  static final Flow NOTHING = new Flow(List.of(), new TreeMap<>(), 0, true);

  /** When the mails of one step leave; nobody gets it as long as the moments are null. */
  public record StepFlow(
      Step step, int mails, @Nullable Instant firstAt, @Nullable Instant lastAt) {

    private StepFlow plus(int more, Instant at) {
      return new StepFlow(step, mails + more, firstAt == null ? at : firstAt, at);
    }
  }

  /** What leaves on one day, and how many leads get their first mail with it. */
  public record Day(int mails, int firstMails) {}

  /** Everything that leaves. */
  public int mails() {
    return steps.stream().mapToInt(StepFlow::mails).sum();
  }

  /** When the last of all leaves; null when nothing does. */
  public @Nullable Instant lastAt() {
    return steps.stream()
        .flatMap(step -> Stream.ofNullable(step.lastAt()))
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** Collects what leaves while time goes by. */
  static final class Notes {

    private final ZoneId zone;
    private final Map<Long, StepFlow> steps = new TreeMap<>();
    private final SortedMap<LocalDate, Day> days = new TreeMap<>();
    private int late;

    Notes(ZoneId zone) {
      this.zone = zone;
    }

    void left(Cohort cohort, int mails, Instant at) {
      Step step = cohort.step();
      steps.merge(
          step.id(), new StepFlow(step, mails, at, at), (before, now) -> before.plus(mails, at));
      LocalDate day = at.atZone(zone).toLocalDate();
      int firsts = cohort.first() ? mails : 0;
      days.merge(
          day,
          new Day(mails, firsts),
          (before, now) -> new Day(before.mails + mails, before.firstMails + firsts));
      late += cohort.wantedAt().atZone(zone).toLocalDate().isBefore(day) ? mails : 0;
    }

    Flow flow(List<Step> all, boolean isFinished) {
      return new Flow(
          all.stream()
              .map(step -> steps.getOrDefault(step.id(), new StepFlow(step, 0, null, null)))
              .toList(),
          days,
          late,
          isFinished);
    }
  }
}
