package dev.drumbeat.sending;

import static dev.drumbeat.sending.SendState.HANDED_OVER;
import static dev.drumbeat.sending.SendState.SENT;
import static dev.drumbeat.sending.SendState.UNKNOWN;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.enrollment.NewEvent;
import dev.drumbeat.enrollment.Sent;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.enrollment.ThreadInfo;
import dev.drumbeat.enrollment.Timeline;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.SequenceVersion;
import dev.drumbeat.sequence.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts right what a crash has left (X4): a claim whose lease is over is given back, a hand-over
 * becomes unknown, and what stays unknown for a day counts as sent. Nothing is ever tried again
 * here. Whichever node looks first does it; the others find it done.
 */
final class Recovery {

  private static final int AT_ONCE = 200;
  private static final Cause RECOVERY = Cause.app("recovery");

  /** The lease ran out, or it belongs to an engine that this node does not run any more. */
  private static final String LOST = " AND ({LEASE_UNTIL} < ? OR ({NODE} = ? AND {HOLDER} <> ?))";

  private static final TableSql GIVE_BACK =
      TableSql.of(
          Claims.TABLE,
          "UPDATE {} SET {STATE} = 'PLANNED', {UPDATED_AT} = ?, {LEASE_UNTIL} = NULL,"
              + " {HOLDER} = NULL WHERE {STATE} = 'CLAIMED'"
              + LOST);
  private static final TableSql HANDED_OVER_THEN =
      TableSql.of(
          Claims.TABLE, "SELECT * FROM {} WHERE {STATE} = 'HANDED_OVER'" + LOST + " ORDER BY {ID}");

  /** The holder stays: if it lives after all, it still knows better. */
  private static final TableSql DOUBT =
      TableSql.of(
          Claims.TABLE,
          "UPDATE {} SET {STATE} = 'UNKNOWN', {UPDATED_AT} = ?, {REASON} = ?, {LEASE_UNTIL} = NULL"
              + " WHERE {ID} = ? AND {STATE} = 'HANDED_OVER'"
              + LOST);

  private static final TableSql UNKNOWN_SINCE =
      TableSql.of(
          Claims.TABLE,
          "SELECT * FROM {} WHERE {STATE} = 'UNKNOWN' AND {HANDED_OVER_AT} <= ? ORDER BY {ID}");
  private static final TableSql SETTLE =
      TableSql.of(
          Claims.TABLE,
          "UPDATE {} SET {STATE} = 'SENT', {UPDATED_AT} = ?, {ENDED_AT} = ?, {REASON} = ?"
              + " WHERE {ID} = ? AND {STATE} = 'UNKNOWN'");

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final Ground ground;
  private final Holder holder;

  Recovery(Ground ground, Holder holder) {
    this.ground = ground;
    this.holder = holder;
  }

  void run() {
    Object[] lost = {holder.leases().millis(), holder.node(), holder.engine()};
    stores().sql().write(c -> GIVE_BACK.change(c, millis(), lost[0], lost[1], lost[2]));
    for (Send send : read(HANDED_OVER_THEN, lost)) {
      if (stores().sql().write(c -> doubt(c, send, lost))) {
        LOG.warn("{}: it was cut off while it left, so nobody knows whether it did", send.about());
      }
    }
    long settled = ground.now().minus(Checks.DOUBT).toEpochMilli();
    for (Send send : read(UNKNOWN_SINCE, settled)) {
      settle(send);
    }
  }

  private List<Send> read(TableSql question, Object... values) {
    return stores().sql().read(c -> question.page(c, 0, AT_ONCE, Sends::send, values));
  }

  private boolean doubt(Connection c, Send send, Object[] lost) throws SQLException {
    Reason why = Reason.of("drumbeat.sent.interrupted");
    boolean done =
        DOUBT.change(c, millis(), Sends.text(why), send.id(), lost[0], lost[1], lost[2]) == 1;
    if (done) {
      SendTally.changed(c, send, HANDED_OVER, UNKNOWN);
    }
    Optional<Enrollment> run = stores().enrollments().find(c, send.enrollmentId());
    if (!done || run.isEmpty()) {
      return done;
    }
    event(c, EventType.UNKNOWN, run.get(), send, UNKNOWN, why);
    if (run.get().place().stepId() == send.stepId()) {
      Instant settled = left(send).plus(Checks.DOUBT);
      stores().transitions().defer(c, run.get(), settled, Reason.of("drumbeat.wait.unknown"));
    }
    return true;
  }

  /** The run goes on as if it had been sent; the reason keeps that nobody knew. */
  private void settle(Send send) {
    Optional<Timeline> timeline = timeline(send);
    stores().sql().write(c -> settle(c, send, timeline));
  }

  /** Of the version that the run is in, which nothing changes while one of its sends is unknown. */
  private Optional<Timeline> timeline(Send send) {
    Optional<Campaign> campaign = stores().campaigns().find(send.campaignId());
    Optional<SequenceVersion> version =
        stores()
            .enrollments()
            .find(send.enrollmentId())
            .flatMap(run -> ground.sequences().version(run.sequenceId(), run.place().version()));
    return campaign.flatMap(known -> version.map(v -> Running.of(known, v).timeline()));
  }

  private boolean settle(Connection c, Send send, Optional<Timeline> timeline) throws SQLException {
    Reason why = Reason.of("drumbeat.sent.assumed");
    boolean done = SETTLE.change(c, millis(), millis(), Sends.text(why), send.id()) == 1;
    if (done) {
      SendTally.changed(c, send, UNKNOWN, SENT);
    }
    Optional<Enrollment> run = stores().enrollments().find(c, send.enrollmentId());
    if (!done || run.isEmpty()) {
      return done;
    }
    event(c, EventType.SENT, run.get(), send, SENT, why);
    // Without its step the run is moved on when it is due.
    Optional<Step> step = timeline.flatMap(t -> t.current(run.get().place()));
    return step.isPresent()
        && step.get().id() == send.stepId()
        && advance(c, run.get(), send, step.get(), timeline.orElseThrow());
  }

  private boolean advance(Connection c, Enrollment run, Send send, Step step, Timeline timeline)
      throws SQLException {
    String id = String.valueOf(send.messageId());
    ThreadInfo thread = Threads.after(step, run.thread(), send.subject(), id);
    return stores()
        .transitions()
        .advance(c, run, new Sent(step, left(send), thread), timeline, RECOVERY.send(send.id()));
  }

  private void event(
      Connection c, EventType type, Enrollment run, Send send, SendState after, Reason why)
      throws SQLException {
    Cause cause = RECOVERY.because(why).send(send.id());
    SendState before = after == SENT ? UNKNOWN : HANDED_OVER;
    stores().events().append(c, NewEvent.of(type, run, cause).from(before, after));
  }

  private static Instant left(Send send) {
    return send.handedOverAt() == null ? send.updatedAt() : send.handedOverAt();
  }

  private long millis() {
    return ground.now().toEpochMilli();
  }

  private Stores stores() {
    return ground.stores();
  }
}
