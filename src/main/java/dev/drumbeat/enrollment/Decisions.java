package dev.drumbeat.enrollment;

import static dev.drumbeat.enrollment.EnrollmentState.ACTIVE;
import static dev.drumbeat.enrollment.EnrollmentState.FAILED;
import static dev.drumbeat.enrollment.EnrollmentState.PAUSED;
import static dev.drumbeat.enrollment.EnrollmentState.PENDING;
import static dev.drumbeat.enrollment.EnrollmentState.WAITING_TASK;
import static dev.drumbeat.enrollment.PauseReason.CAMPAIGN_PAUSED;
import static dev.drumbeat.enrollment.PauseReason.MANUAL;
import static dev.drumbeat.enrollment.PauseReason.OUT_OF_OFFICE;

import dev.drumbeat.database.Columns;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Route;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a transition makes of a run as it is now; empty when it does not apply any more. */
final class Decisions {

  /** What a run waits for that may be there any moment. */
  private static final Set<String> LOOKED_UP = Set.of("drumbeat.wait.date", "drumbeat.wait.event");

  private Decisions() {}

  static Optional<Change> finish(Enrollment now, EndReason reason, Cause cause) {
    return now.state().isOver() ? Optional.empty() : Optional.of(ended(now, reason, cause));
  }

  private static Change ended(Enrollment now, EndReason reason, Cause cause) {
    EnrollmentState after = reason.state();
    Columns columns =
        Columns.of("STATE", after.name())
            .and("REASON", reason.name())
            .and("ACTIVE_KEY", EnrollmentStore.finishedKey(now))
            .and("DUE_AT", null)
            .and("PAUSED_UNTIL", null)
            .and("WAIT_REASON", null);
    EventType type = after == FAILED ? EventType.FAILED : EventType.FINISHED;
    Cause because = cause.orBecause(reason.reason());
    return Change.of(columns, NewEvent.of(type, now, because).from(now.state(), after));
  }

  static Optional<Change> pause(
      Enrollment now, PauseReason reason, @Nullable Instant until, Cause cause) {
    return mayPause(now, reason)
        ? Optional.of(paused(now, reason, until, cause))
        : Optional.empty();
  }

  /** People go before everything, and everything before the pause of the campaign. */
  private static boolean mayPause(Enrollment now, PauseReason reason) {
    PauseReason before = now.standing().pause();
    if (before == null) {
      return !now.state().isOver();
    }
    return reason == MANUAL
        || (before == CAMPAIGN_PAUSED && reason != CAMPAIGN_PAUSED)
        || (before == OUT_OF_OFFICE && reason == OUT_OF_OFFICE);
  }

  private static Change paused(
      Enrollment now, PauseReason reason, @Nullable Instant until, Cause cause) {
    Cause because = cause.orBecause(reason.reason());
    Columns columns =
        Columns.of("STATE", PAUSED.name())
            .and("REASON", reason.name())
            .and("PAUSED_UNTIL", EnrollmentRows.millis(until))
            .and("WAIT_REASON", EnrollmentRows.text(because.why()));
    return Change.of(
        columns, NewEvent.of(EventType.PAUSED, now, because).from(now.state(), PAUSED));
  }

  static Optional<Change> resume(Enrollment now, Instant dueAt, Cause cause) {
    if (now.state() != PAUSED) {
      return Optional.empty();
    }
    EnrollmentState after = moving(now);
    Columns columns =
        Columns.of("STATE", after.name())
            .and("REASON", null)
            .and("PAUSED_UNTIL", null)
            .and("WAIT_REASON", null)
            .and("DUE_AT", dueAt.toEpochMilli());
    return Optional.of(
        Change.of(columns, NewEvent.of(EventType.RESUMED, now, cause).from(PAUSED, after)));
  }

  /** The state of a run that goes on. */
  private static EnrollmentState moving(Enrollment now) {
    return now.thread().lastMessageId() == null ? PENDING : ACTIVE;
  }

  static Optional<Change> advance(Enrollment now, Sent sent, Timeline timeline, Cause cause) {
    if (now.place().stepId() != sent.step().id()) {
      return Optional.empty();
    }
    Columns thread =
        EnrollmentRows.thread(sent.thread()).and("ANCHOR_AT", sent.at().toEpochMilli());
    if (now.state().isOver()) {
      return Optional.of(Change.silent(thread));
    }
    EnrollmentState after = now.state() == PENDING ? ACTIVE : now.state();
    return Optional.of(onward(now, after, sent.at(), timeline, cause).with(thread));
  }

  /** A run that leaves its campaign does so when it is due, which is at once (S7). */
  private static Change onward(
      Enrollment now, EnrollmentState after, Instant at, Timeline timeline, Cause cause) {
    if (timeline.exit(now.place(), Route.ONWARD).isPresent()) {
      return Change.silent(
          Columns.of("STATE", after.name())
              .and("DUE_AT", at.toEpochMilli())
              .and("WAIT_REASON", null));
    }
    return timeline
        .after(now.place(), at)
        .map(next -> Change.silent(moved(after, next, timeline)))
        .orElseGet(() -> ended(now, EndReason.COMPLETED, cause));
  }

  /** After a task, which leaves nothing in the thread. */
  static Optional<Change> pass(
      Enrollment now, long stepId, Instant doneAt, Timeline timeline, Cause cause) {
    if (now.state().isOver() || now.place().stepId() != stepId) {
      return Optional.empty();
    }
    Columns anchor = Columns.of("ANCHOR_AT", doneAt.toEpochMilli());
    EnrollmentState after = now.state() == WAITING_TASK ? moving(now) : now.state();
    return Optional.of(onward(now, after, doneAt, timeline, cause).with(anchor));
  }

  static Optional<Change> await(Enrollment now, long stepId, Reason what, Cause cause) {
    if (!now.state().isMoving() || now.place().stepId() != stepId) {
      return Optional.empty();
    }
    Columns columns =
        Columns.of("STATE", WAITING_TASK.name())
            .and("DUE_AT", null)
            .and("WAIT_REASON", EnrollmentRows.text(what));
    NewEvent event = NewEvent.of(EventType.WAITING_TASK, now, cause.because(what));
    return Optional.of(Change.of(columns, event.from(now.state(), WAITING_TASK)));
  }

  static Optional<Change> release(Enrollment now, long stepId, Instant at, Cause cause) {
    if (now.state() != WAITING_TASK || now.place().stepId() != stepId) {
      return Optional.empty();
    }
    EnrollmentState after = moving(now);
    Columns columns =
        Columns.of("STATE", after.name()).and("DUE_AT", at.toEpochMilli()).and("WAIT_REASON", null);
    NewEvent event = NewEvent.of(EventType.RESUMED, now, cause);
    return Optional.of(Change.of(columns, event.from(WAITING_TASK, after)));
  }

  static Optional<Change> skip(
      Enrollment now, long stepId, Instant countedFrom, Timeline timeline, Cause cause) {
    if (now.state().isOver() || now.place().stepId() != stepId) {
      return Optional.empty();
    }
    NewEvent event = NewEvent.of(EventType.SKIPPED, now, cause);
    EnrollmentState after = now.state() == WAITING_TASK ? moving(now) : now.state();
    return Optional.of(
        timeline
            .after(now.place(), countedFrom)
            .map(next -> Change.of(moved(after, next, timeline), event))
            .orElseGet(() -> ended(now, EndReason.COMPLETED, cause)));
  }

  /** Along a way that the run takes instead of its step. */
  static Optional<Change> turn(
      Enrollment now, long stepId, Turn turn, Timeline timeline, Cause cause) {
    if (!now.state().isMoving() || now.place().stepId() != stepId) {
      return Optional.empty();
    }
    NewEvent event = NewEvent.of(EventType.SKIPPED, now, cause.because(turn.why()));
    return Optional.of(
        timeline
            .along(now.place(), turn.way(), turn.at())
            .map(next -> Change.of(moved(now.state(), next, timeline), event))
            .map(change -> change.with(Columns.of("ANCHOR_AT", turn.at().toEpochMilli())))
            .orElseGet(() -> ended(now, EndReason.COMPLETED, cause.because(turn.why()))));
  }

  static Optional<Change> replace(
      Enrollment now, Place read, Optional<DueStep> next, int version, Cause cause) {
    Place place = now.place();
    boolean moved =
        place.stepId() != read.stepId()
            || place.version() != read.version()
            || !place.anchorAt().equals(read.anchorAt());
    if (now.state().isOver() || moved) {
      return Optional.empty();
    }
    Columns atVersion = Columns.of("SEQUENCE_VERSION", version);
    boolean isSameTask =
        now.state() == WAITING_TASK
            && next.filter(due -> due.step().id() == place.stepId()).isPresent();
    if (isSameTask) {
      return Optional.of(Change.silent(atVersion));
    }
    Change change =
        next.map(due -> Change.silent(replaced(now, due)))
            .orElseGet(() -> ended(now, EndReason.COMPLETED, cause));
    return Optional.of(change.with(atVersion));
  }

  /** Lets a run go on that was through, as one that nobody touched since the caller read it. */
  static Optional<Change> reopen(
      Enrollment now, Enrollment read, DueStep next, int version, Cause cause) {
    if (now.version() != read.version() || now.standing().end() != EndReason.COMPLETED) {
      return Optional.empty();
    }
    Columns columns =
        moved(ACTIVE, next)
            .and("REASON", null)
            .and("ACTIVE_KEY", EnrollmentStore.activeKey(now))
            .and("SEQUENCE_VERSION", version);
    NewEvent event = NewEvent.of(EventType.RESUMED, now, cause).from(now.state(), ACTIVE);
    return Optional.of(Change.of(columns, event));
  }

  static Optional<Change> retime(Enrollment now, Place read, Instant dueAt, ZoneId zone) {
    Place place = now.place();
    boolean moved = place.stepId() != read.stepId() || !Objects.equals(place.dueAt(), read.dueAt());
    if (!now.state().isMoving() || moved) {
      return Optional.empty();
    }
    return Optional.of(
        Change.silent(
            Columns.of("DUE_AT", dueAt.toEpochMilli())
                .and("ZONE", zone.getId())
                .and("WAIT_REASON", null)));
  }

  /** What a paused run waits for is not the step, so that stays. */
  private static Columns replaced(Enrollment now, DueStep next) {
    Columns columns =
        Columns.of("STEP_ID", next.step().id())
            .and("POSITION", next.step().position())
            .and("DUE_AT", next.dueAt().toEpochMilli());
    if (now.state() == WAITING_TASK) {
      // The task is gone with its step.
      columns.and("STATE", moving(now).name());
    }
    return now.state() == PAUSED ? columns : columns.and("WAIT_REASON", null);
  }

  private static Columns moved(EnrollmentState state, DueStep next, Timeline timeline) {
    return moved(state, next).and("SEQUENCE_VERSION", timeline.version().number());
  }

  private static Columns moved(EnrollmentState state, DueStep next) {
    return Columns.of("STATE", state.name())
        .and("STEP_ID", next.step().id())
        .and("POSITION", next.step().position())
        .and("DUE_AT", next.dueAt().toEpochMilli())
        .and("WAIT_REASON", null);
  }

  static Optional<Change> defer(Enrollment now, long stepId, Instant until, Reason why) {
    if (!now.state().isMoving() || now.place().stepId() != stepId) {
      return Optional.empty();
    }
    Columns columns =
        Columns.of("DUE_AT", until.toEpochMilli()).and("WAIT_REASON", EnrollmentRows.text(why));
    return Optional.of(Change.silent(columns));
  }

  static Optional<Change> again(Enrollment now, Instant at) {
    return now.state().isMoving()
        ? Optional.of(Change.silent(Columns.of("DUE_AT", at.toEpochMilli())))
        : Optional.empty();
  }

  static Optional<Change> wake(Enrollment now, Instant at) {
    if (!now.state().isMoving()) {
      return Optional.empty();
    }
    Reason wait = now.standing().waitReason();
    Instant due = now.place().dueAt();
    boolean isLookedAt = wait != null && LOOKED_UP.contains(wait.key());
    Instant dueAt = isLookedAt && due != null && due.isAfter(at) ? at : due;
    return Optional.of(Change.silent(Columns.of("DUE_AT", EnrollmentRows.millis(dueAt))));
  }
}
