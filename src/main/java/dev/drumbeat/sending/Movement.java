package dev.drumbeat.sending;

import static dev.drumbeat.sending.Movement.Outcome.LATER;
import static dev.drumbeat.sending.Movement.Outcome.MOVED;
import static dev.drumbeat.sending.Movement.Outcome.STAYS;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.DueStep;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Place;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.enrollment.Timeline;
import dev.drumbeat.enrollment.Waiting;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.SequenceStore;
import dev.drumbeat.sequence.SequenceVersion;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.Succession;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moves one run to the version of its sequence that its campaign follows at least (V4). */
final class Movement {

  private static final Cause SEQUENCE = Cause.app("sequence");
  private static final String LONGER = "drumbeat.wait.delay";

  /** What became overdue by a shorter delay is spread over so many seconds, each run its own. */
  private static final int SPREAD = 3_600;

  private static final int PRIME = 1_009;

  private final Stores stores;
  private final SequenceStore sequences;
  private final SendStore sends;

  Movement(Stores stores, SequenceStore sequences, SendStore sends) {
    this.stores = stores;
    this.sequences = sequences;
    this.sends = sends;
  }

  /** What came of it: it waits elsewhere now, as before, or something of it is on its way. */
  enum Outcome {
    MOVED,
    STAYS,
    LATER
  }

  /** Whether nothing changes for all of those but the number of the version. */
  boolean keeps(Campaign campaign, Waiting waiting) {
    return succession(campaign, waiting.version())
        .filter(s -> s.keeps(waiting.stepId()))
        .isPresent();
  }

  /** Puts a run to its place; changes nothing for one that is there. */
  Outcome place(Enrollment run, Campaign campaign) {
    Optional<Succession> succession = succession(campaign, run.place().version());
    if (succession.isEmpty()) {
      return STAYS;
    }
    Timeline timeline = new Timeline(succession.get().to(), campaign.plan().schedule());
    Optional<DueStep> next = next(run, succession.get(), timeline);
    boolean done = stores.sql().write(c -> place(c, run, next, campaign.leastVersion()));
    if (!done) {
      return LATER;
    }
    return next.filter(due -> isWhereItWas(run, due)).isPresent() ? STAYS : MOVED;
  }

  private static boolean isWhereItWas(Enrollment run, DueStep due) {
    return due.step().id() == run.place().stepId() && due.dueAt().equals(run.place().dueAt());
  }

  /** What is on its way is waited for: its outcome moves the run on. */
  private boolean place(Connection c, Enrollment run, Optional<DueStep> next, int version)
      throws SQLException {
    sends.hold(c, run.id());
    return !sends.isAnyUndecided(c, run.id())
        && stores.transitions().replace(c, run, next, version, SEQUENCE);
  }

  private Optional<DueStep> next(Enrollment run, Succession succession, Timeline timeline) {
    Place place = run.place();
    if (succession.from().step(place.stepId()).isEmpty()) {
      // Lost before there were versions: what comes behind its position (V4).
      return timeline.after(place, place.anchorAt()).map(due -> spread(run, due, timeline));
    }
    return succession
        .next(place.stepId())
        .map(
            step -> isAsBefore(run, step, succession) ? stay(run, step) : due(run, step, timeline));
  }

  /** What was put off for another reason than a delay stays put off at the least. */
  private static boolean isAsBefore(Enrollment run, Step step, Succession succession) {
    return run.place().dueAt() != null
        && step.id() == run.place().stepId()
        && !succession.waitsOtherwise(step.id());
  }

  private DueStep stay(Enrollment run, Step step) {
    Instant due = run.place().dueAt();
    return new DueStep(step, due == null ? stores.clock().instant() : due);
  }

  private DueStep due(Enrollment run, Step step, Timeline timeline) {
    DueStep due = spread(run, timeline.at(run.place(), step), timeline);
    Reason wait = run.standing().waitReason();
    Instant before = run.place().dueAt();
    boolean putOff =
        step.id() == run.place().stepId()
            && run.state().isMoving()
            && wait != null
            && !wait.key().equals(LONGER);
    return putOff && before != null && due.dueAt().isBefore(before)
        ? new DueStep(step, before)
        : due;
  }

  /** Never earlier than now for a run that goes on by itself, and not all of them at once. */
  private DueStep spread(Enrollment run, DueStep due, Timeline timeline) {
    Instant now = stores.clock().instant();
    if ((!run.state().isMoving() && !run.state().isOver()) || !due.dueAt().isBefore(now)) {
      return due;
    }
    Duration share = Duration.ofSeconds(run.id() * PRIME % SPREAD);
    return new DueStep(due.step(), timeline.open(run.place(), now.plus(share)));
  }

  /** Lets a run go on that was through, if the version has something behind its end. */
  Outcome reopen(Enrollment run, Campaign campaign) {
    Optional<Succession> succession = succession(campaign, run.place().version());
    Optional<Step> step = succession.flatMap(s -> s.afterEnd(run.place().stepId()));
    if (step.isEmpty()) {
      return STAYS;
    }
    Timeline timeline = new Timeline(succession.get().to(), campaign.plan().schedule());
    DueStep due = spread(run, timeline.at(run.place(), step.get()), timeline);
    try {
      boolean done = stores.sql().write(c -> reopen(c, run, due, campaign.leastVersion()));
      return done ? MOVED : STAYS;
    } catch (SqlFailure e) {
      // The lead is in the campaign again already.
      if (e.isDuplicate()) {
        return STAYS;
      }
      throw e;
    }
  }

  /** Not to an address that mail came back from. */
  private boolean reopen(Connection c, Enrollment run, DueStep due, int version)
      throws SQLException {
    return !sends.isAnyBounced(c, run.id())
        && stores.transitions().reopen(c, run, due, version, SEQUENCE);
  }

  private Optional<Succession> succession(Campaign campaign, int fromVersion) {
    long sequenceId = campaign.plan().sequenceId();
    Optional<SequenceVersion> from = sequences.version(sequenceId, fromVersion);
    return from.flatMap(
        f -> sequences.version(sequenceId, campaign.leastVersion()).map(t -> new Succession(f, t)));
  }
}
