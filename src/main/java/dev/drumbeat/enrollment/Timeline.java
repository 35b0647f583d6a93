package dev.drumbeat.enrollment;

import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Which step of a sequence comes next for a lead, and when. Pure: knows no clock and no table. */
public final class Timeline {

  /** Two mails to one person are at least this far apart (T8). */
  public static final Duration MINIMUM_GAP = Duration.ofHours(1);

  private final Sequence sequence;
  private final Schedule schedule;

  public Timeline(Sequence sequence, Schedule schedule) {
    this.sequence = sequence;
    this.schedule = schedule;
  }

  /** The first step, counted from admission (T8) and inside the window (T12). */
  public Optional<DueStep> first(Instant admittedAt) {
    return next(0).map(step -> new DueStep(step, schedule.firstOpen(delayed(step, admittedAt))));
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
    return current(place).map(step -> schedule.firstOpen(delayed(step, place.anchorAt())));
  }

  /** When another step would be due in a place, counted from the same anchor (V4). */
  public DueStep at(Place place, Step step) {
    return new DueStep(step, schedule.firstOpen(delayed(step, place.anchorAt())));
  }

  /** What follows a place when its step was completed at that moment (T1). */
  public Optional<DueStep> after(Place place, Instant completedAt) {
    // Where the step is now: positions shift when a step is put before it.
    return next(current(place).map(Step::position).orElse(place.position()))
        .map(
            step -> {
              Instant due = delayed(step, completedAt);
              Instant earliest = completedAt.plus(MINIMUM_GAP);
              return new DueStep(step, schedule.firstOpen(due.isBefore(earliest) ? earliest : due));
            });
  }

  /** Leads only move forward: a step that was put before their place is not for them (V4). */
  private Optional<Step> next(int position) {
    return sequence.steps().stream()
        .filter(step -> step.position() > position)
        .min(Comparator.comparingInt(Step::position));
  }

  private Instant delayed(Step step, Instant from) {
    return step.delay().after(from, schedule.zone(), schedule.holidays());
  }
}
