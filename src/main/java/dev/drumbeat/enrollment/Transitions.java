package dev.drumbeat.enrollment;

import dev.drumbeat.database.Sql;
import dev.drumbeat.request.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The only way in which a run changes its state. Each change is decided on the run as it is now,
 * not as the caller read it, and answers whether it happened: a reply, a pause and an outcome of a
 * send may meet, and none of them is lost. What takes a connection belongs to the caller's unit;
 * the rest is a unit of its own.
 */
public final class Transitions {

  private static final int MOST_MEETINGS = 100;

  private final Sql sql;
  private final EnrollmentStore store;
  private final EventLog events;
  private final OpenSends sends;
  private final InstantSource clock;

  public Transitions(
      Sql sql, EnrollmentStore store, EventLog events, OpenSends sends, InstantSource clock) {
    this.sql = sql;
    this.store = store;
    this.events = events;
    this.sends = sends;
    this.clock = clock;
  }

  /** Ends a run for good; false when it was over already. */
  public boolean finish(Enrollment enrollment, EndReason reason, Cause cause) {
    return sql.write(c -> finish(c, enrollment, reason, cause));
  }

  /** Ends a run for good; false when it was over already. */
  public boolean finish(Connection c, Enrollment enrollment, EndReason reason, Cause cause)
      throws SQLException {
    // Sends before runs, as their outcomes do it, so that two units never wait for each other.
    sends.cancel(c, enrollment.id(), reason.reason());
    return change(c, enrollment, now -> Decisions.finish(now, reason, cause));
  }

  /** Lets a run wait, as the other form does. */
  public boolean pause(
      Enrollment enrollment, PauseReason reason, @Nullable Instant until, Cause cause) {
    return sql.write(c -> pause(c, enrollment, reason, until, cause));
  }

  /**
   * Lets a run wait, until that moment or until somebody resumes it; false when it is over or waits
   * for something that goes before.
   */
  public boolean pause(
      Connection c, Enrollment enrollment, PauseReason reason, @Nullable Instant until, Cause cause)
      throws SQLException {
    return change(c, enrollment, now -> Decisions.pause(now, reason, until, cause));
  }

  /** Lets a paused run go on; its next step is due then. */
  public boolean resume(Enrollment enrollment, Instant dueAt, Cause cause) {
    return sql.write(c -> resume(c, enrollment, dueAt, cause));
  }

  /** Lets a paused run go on; its next step is due then. False when it is not paused. */
  public boolean resume(Connection c, Enrollment enrollment, Instant dueAt, Cause cause)
      throws SQLException {
    return change(c, enrollment, now -> Decisions.resume(now, dueAt, cause));
  }

  /**
   * Moves a run on after its step went out; the event of the send is the caller's. A run that was
   * paused meanwhile stays paused at the next step, one that is over only learns the thread. False
   * when that step was not the one that the run waited for.
   */
  public boolean advance(
      Connection c, Enrollment enrollment, Sent sent, Timeline timeline, Cause cause)
      throws SQLException {
    return change(c, enrollment, now -> Decisions.advance(now, sent, timeline, cause));
  }

  /**
   * Leaves the step out that the caller read; what follows counts from that moment. A run without
   * another step is completed. False when the run is over or not at that step any more.
   */
  public boolean skip(
      Connection c, Enrollment enrollment, Instant countedFrom, Timeline timeline, Cause cause)
      throws SQLException {
    long step = enrollment.place().stepId();
    sends.cancel(c, enrollment.id(), Reason.of("drumbeat.wait.skipped"));
    return change(c, enrollment, now -> Decisions.skip(now, step, countedFrom, timeline, cause));
  }

  /**
   * Moves a run on after its task was done at that moment, from which what follows counts (T1).
   * False when that step is not the one that the run waits for.
   */
  public boolean pass(
      Connection c, Enrollment enrollment, Instant doneAt, Timeline timeline, Cause cause)
      throws SQLException {
    long step = enrollment.place().stepId();
    return change(c, enrollment, now -> Decisions.pass(now, step, doneAt, timeline, cause));
  }

  /** Lets a run wait until somebody has done what its step says. */
  public boolean await(Connection c, Enrollment enrollment, Reason what, Cause cause)
      throws SQLException {
    long step = enrollment.place().stepId();
    return change(c, enrollment, now -> Decisions.await(now, step, what, cause));
  }

  /** Lets a run go on that waits for the task of that step; it is due then. */
  public boolean release(Connection c, Enrollment enrollment, long stepId, Instant at, Cause cause)
      throws SQLException {
    return change(c, enrollment, now -> Decisions.release(now, stepId, at, cause));
  }

  /**
   * Leads a run another way than through the step that the caller read; on a way that ends it is
   * completed. False when it is not there any more.
   */
  public boolean turn(
      Connection c, Enrollment enrollment, Turn turn, Timeline timeline, Cause cause)
      throws SQLException {
    long step = enrollment.place().stepId();
    sends.cancel(c, enrollment.id(), Reason.of("drumbeat.wait.skipped"));
    return change(c, enrollment, now -> Decisions.turn(now, step, turn, timeline, cause));
  }

  /**
   * Puts the step off that the caller read, for a reason that people see; the state stays, so there
   * is no event. False when the run does not wait for that step any more.
   */
  public boolean defer(Connection c, Enrollment enrollment, Instant until, Reason why)
      throws SQLException {
    long step = enrollment.place().stepId();
    return change(c, enrollment, now -> Decisions.defer(now, step, until, why));
  }

  /**
   * Lets a run follow that version of its sequence: wait for another step or for another moment
   * (V4); without a step it is completed. False when it is over or not where the caller read it.
   */
  public boolean replace(
      Connection c, Enrollment enrollment, Optional<DueStep> next, int version, Cause cause)
      throws SQLException {
    long step = enrollment.place().stepId();
    if (next.filter(due -> due.step().id() == step).isEmpty()) {
      sends.cancel(c, enrollment.id(), Reason.of("drumbeat.wait.moved"));
    }
    Place read = enrollment.place();
    return change(c, enrollment, now -> Decisions.replace(now, read, next, version, cause));
  }

  /**
   * Lets a run go on that was through, with a step that its sequence got since (V4). False when
   * anything about it changed since the caller read it; a duplicate when the lead has another run.
   */
  public boolean reopen(Connection c, Enrollment enrollment, DueStep next, int version, Cause cause)
      throws SQLException {
    return change(c, enrollment, now -> Decisions.reopen(now, enrollment, next, version, cause));
  }

  /**
   * Lets a run wait for what only a look tells, at the latest until then. What has changed since
   * the caller looked may be just that, so then it is looked at again at once.
   */
  public boolean listen(Connection c, Enrollment enrollment, Instant until, Reason why)
      throws SQLException {
    return change(
        c,
        enrollment,
        now ->
            now.version() == enrollment.version()
                ? Decisions.defer(now, enrollment.place().stepId(), until, why)
                : Decisions.again(now, clock.instant()));
  }

  /**
   * Lets the engine look at a run again at once that waits for what only a look tells. Any other
   * stays as it is, but who is about to let it wait learns that something has changed.
   */
  public boolean wake(Connection c, Enrollment enrollment) throws SQLException {
    return change(c, enrollment, now -> Decisions.wake(now, clock.instant()));
  }

  /**
   * Makes the step that the caller read due at another time in that zone, since the schedule of its
   * campaign was changed (T19). False when the run does not wait for it any more.
   */
  boolean retime(Connection c, Enrollment enrollment, Instant dueAt, ZoneId zone)
      throws SQLException {
    return change(c, enrollment, now -> Decisions.retime(now, enrollment.place(), dueAt, zone));
  }

  private boolean change(
      Connection c, Enrollment enrollment, Function<Enrollment, Optional<Change>> decide)
      throws SQLException {
    for (int meeting = 0; meeting < MOST_MEETINGS; meeting++) {
      Optional<Enrollment> now = store.find(c, enrollment.id());
      Optional<Change> change = now.flatMap(decide);
      if (now.isEmpty() || change.isEmpty()) {
        return false;
      }
      if (store.change(c, now.get(), change.get().columns(), clock.instant())) {
        if (change.get().event().isPresent()) {
          events.append(c, change.get().event().get());
        }
        return true;
      }
    }
    throw new IllegalStateException("enrollment " + enrollment.id() + " never stands still");
  }
}
