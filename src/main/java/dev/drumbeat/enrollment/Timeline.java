package dev.drumbeat.enrollment;

import dev.drumbeat.sequence.Route;
import dev.drumbeat.sequence.SequenceVersion;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.Timing;
import dev.drumbeat.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/** Which step of a sequence comes next for a lead, and when. Pure: knows no clock and no table. */
public final class Timeline {

  /** Two mails to one person are at least this far apart (T8). */
  public static final Duration MINIMUM_GAP = Duration.ofHours(1);

  /** The same between a mail and one that has a day of its own (T2). */
  private static final Duration GAP_OF_DAYS = Duration.ofHours(24);

  private final SequenceVersion sequence;
  private final Schedule schedule;

  public Timeline(SequenceVersion sequence, Schedule schedule) {
    this.sequence = sequence;
    this.schedule = schedule;
  }

  /** The same on the clocks of another zone. */
  Timeline in(ZoneId zone) {
    return new Timeline(sequence, schedule.in(zone));
  }

  private Timeline of(Place place) {
    Schedule own = place.on(schedule);
    return own.equals(schedule) ? this : new Timeline(sequence, own);
  }

  /** What it computes with. */
  public SequenceVersion version() {
    return sequence;
  }

  /** The first step, counted from admission (T8) and inside the window (T12). */
  public Optional<DueStep> first(Instant admittedAt) {
    return next(0).map(step -> due(step, admittedAt, admittedAt));
  }

  /**
   * The step that a run waits for. Empty when it was taken out of the sequence, which leaves the
   * run to be moved on by {@link Transitions#skip}, counted from its anchor (V4).
   */
  public Optional<Step> current(Place place) {
    return sequence.step(place.stepId());
  }

  /** When that step is due by its delay as it is now, whatever was noted before (V4). */
  public Optional<Instant> dueAt(Place place) {
    return current(place).map(step -> at(place, step).dueAt());
  }

  /** The first moment from then on at which mail may leave. */
  public Instant open(Place place, Instant from) {
    return of(place).schedule.firstOpen(from);
  }

  /** When another step would be due in a place, counted from the same anchor (V4). */
  public DueStep at(Place place, Step step) {
    return of(place).due(step, place.enrolledAt(), place.anchorAt());
  }

  /** What follows a place when its step was completed at that moment (T1). */
  public Optional<DueStep> after(Place place, Instant completedAt) {
    boolean mailed = current(place).filter(step -> !step.isTask()).isPresent();
    return next(place, Route.ONWARD)
        .map(
            step -> {
              Timeline own = of(place);
              DueStep due = own.due(step, place.enrolledAt(), completedAt);
              Instant earliest =
                  mailed && !step.isTask() ? completedAt.plus(MINIMUM_GAP) : completedAt;
              return due.dueAt().isBefore(earliest) && !step.timing().isLookedUp()
                  ? new DueStep(step, own.schedule.firstOpen(earliest))
                  : due;
            });
  }

  /** What comes on a way from a place whose step is left out, decided at that moment. */
  public Optional<DueStep> along(Place place, Route way, Instant decidedAt) {
    return next(place, way).map(step -> of(place).due(step, place.enrolledAt(), decidedAt));
  }

  /** The campaign that a run goes to from its step, by the way or when it is over (S7). */
  public OptionalLong exit(Place place, Route way) {
    return way(place, way) instanceof Route.ToCampaign to
        ? OptionalLong.of(to.campaignId())
        : OptionalLong.empty();
  }

  /** The way to the step that follows may be laid elsewhere. */
  private Route way(Place place, Route way) {
    return way instanceof Route.Onward
        ? current(place).map(step -> step.flow().next()).orElse(way)
        : way;
  }

  private Optional<Step> next(Place place, Route asked) {
    Route way = way(place, asked);
    // Where the step is now: positions shift when a step is put before it.
    int position = current(place).map(Step::position).orElse(place.position());
    if (way instanceof Route.ToStep to) {
      // One that was taken out is passed by, and nobody goes back.
      return sequence
          .step(to.stepId())
          .filter(step -> step.position() > position)
          .or(() -> next(position));
    }
    return way instanceof Route.Onward ? next(position) : Optional.empty();
  }

  /** Leads only move forward: a step that was put before their place is not for them (V4). */
  private Optional<Step> next(int position) {
    return sequence.steps().stream()
        .filter(step -> step.position() > position)
        .min(Comparator.comparingInt(Step::position));
  }

  /** What only a look tells is looked at at once. */
  private DueStep due(Step step, Instant enrolledAt, Instant anchorAt) {
    if (step.timing().isLookedUp()) {
      return new DueStep(step, anchorAt);
    }
    return new DueStep(step, schedule.firstOpen(wanted(step, enrolledAt, anchorAt)));
  }

  private Instant wanted(Step step, Instant enrolledAt, Instant anchorAt) {
    return step.timing() instanceof Timing.OnDay on
        ? wanted(on, isBesideTask(step), enrolledAt, anchorAt)
        : step.timing().delay().after(anchorAt, schedule.zone(), schedule.holidays());
  }

  /** A call and a mail may be on one day; two mails may not. */
  private boolean isBesideTask(Step step) {
    return step.isTask()
        || sequence.steps().stream()
            .filter(before -> before.position() < step.position())
            .max(Comparator.comparingInt(Step::position))
            .filter(Step::isTask)
            .isPresent();
  }

  private Instant wanted(
      Timing.OnDay on, boolean isBesideTask, Instant enrolledAt, Instant anchorAt) {
    Instant day = on.from(enrolledAt, schedule.zone());
    // Nothing was sent yet when the anchor is the enrollment.
    boolean mayFollow = isBesideTask || !anchorAt.isAfter(enrolledAt);
    Instant apart = mayFollow ? anchorAt : anchorAt.plus(GAP_OF_DAYS);
    return day.isBefore(apart) ? apart : day;
  }
}
