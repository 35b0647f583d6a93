package dev.drumbeat.sending;

import static dev.drumbeat.sending.SendState.CLAIMED;
import static dev.drumbeat.sending.SendState.HANDED_OVER;
import static dev.drumbeat.sending.SendState.UNKNOWN;

import dev.drumbeat.audience.NewSuppression;
import dev.drumbeat.audience.Scope;
import dev.drumbeat.audience.SuppressionReason;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.database.Columns;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.enrollment.NewEvent;
import dev.drumbeat.enrollment.Sent;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.log.Fault;
import dev.drumbeat.log.Why;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.SendOutcome.Deferred;
import dev.drumbeat.sending.SendOutcome.Rejected;
import dev.drumbeat.sending.SendOutcome.Withheld;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what became of a hand-over: the send, the run and the event in one unit. What cannot
 * be written now is kept and written later; if the process ends before, it is unknown (X4).
 */
final class Outcomes {

  private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
  private static final Cause ENGINE = Cause.app("sending");

  private final Stores stores;
  private final Claims claims;
  private final Suppressions suppressions;
  private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();

  Outcomes(Stores stores, Claims claims, Suppressions suppressions) {
    this.stores = stores;
    this.claims = claims;
    this.suppressions = suppressions;
  }

  /** False when the database did not take it. */
  boolean record(Attempt attempt, SendOutcome outcome) {
    Pending fact = new Pending(attempt, outcome, stores.clock().instant());
    try {
      write(fact);
      tell(attempt.send(), outcome);
      return true;
    } catch (RuntimeException e) {
      LOG.error(
          "{}: the outcome of the send is kept until it can be written",
          attempt.send().about(),
          Fault.of(e));
      pending.add(fact);
      return false;
    }
  }

  private static void tell(Send send, SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Sent) {
      LOG.debug("{}: sent", send.about());
    } else if (outcome instanceof Rejected rejected) {
      String then = rejected.isHard() ? "; nobody writes to the address again" : "";
      LOG.info(
          "{}: refused for good, the run is over{} ({})",
          send.about(),
          then,
          Why.of(rejected.reason()));
    } else if (outcome instanceof SendOutcome.Unknown unknown) {
      LOG.warn(
          "{}: nobody knows whether it left, so it is not sent again ({})",
          send.about(),
          Why.of(unknown.reason()));
    } else if (outcome instanceof Deferred deferred) {
      LOG.debug("{}: put off, tried again later ({})", send.about(), Why.of(deferred.reason()));
    } else {
      LOG.debug(
          "{}: held back before it left ({})", send.about(), Why.of(((Withheld) outcome).reason()));
    }
  }

  /** Writes what could not be written before. */
  void catchUp() {
    for (Pending fact = pending.peek(); fact != null; fact = pending.peek()) {
      write(fact);
      pending.remove(fact);
    }
  }

  private void write(Pending fact) {
    if (fact.outcome() instanceof Rejected rejected && rejected.isHard()) {
      // Before the unit: a crash in between leaves an address that nobody writes to, which is true.
      suppressions.add(
          NewSuppression.of(
              fact.attempt().run().lead().address(),
              Scope.INSTANCE,
              SuppressionReason.HARD_BOUNCE,
              "sending"));
    }
    stores.sql().write(c -> write(c, fact));
  }

  private boolean write(Connection c, Pending fact) throws SQLException {
    SendOutcome outcome = fact.outcome();
    if (outcome instanceof SendOutcome.Sent sent) {
      return sent(c, fact, Reason.of("drumbeat.sent.accepted", sent.response()));
    }
    if (outcome instanceof Rejected rejected) {
      return rejected(c, fact, rejected);
    }
    if (outcome instanceof Deferred deferred) {
      return deferred.scope() == SendOutcome.Scope.ADDRESS
          ? deferred(c, fact, deferred)
          : released(c, fact, deferred.reason());
    }
    return outcome instanceof SendOutcome.Unknown unknown
        ? unknown(c, fact, unknown.reason())
        : released(c, fact, ((Withheld) outcome).reason());
  }

  private boolean sent(Connection c, Pending fact, Reason answer) throws SQLException {
    Attempt attempt = fact.attempt();
    // If a lease that ran out made it unknown meanwhile, its holder still knows better.
    end(c, attempt, EventType.SENT, answer, ended(answer, fact.at()), HANDED_OVER, UNKNOWN);
    return stores
        .transitions()
        .advance(
            c,
            attempt.run(),
            new Sent(attempt.due().step(), fact.at(), attempt.thread()),
            attempt.due().running().timeline(),
            ENGINE.send(attempt.send().id()));
  }

  private boolean rejected(Connection c, Pending fact, Rejected rejected) throws SQLException {
    return rejected(
        c, fact, rejected.reason(), rejected.isHard() ? EndReason.BOUNCED : EndReason.SEND_ERROR);
  }

  private boolean rejected(Connection c, Pending fact, Reason why, EndReason end)
      throws SQLException {
    Attempt attempt = fact.attempt();
    Columns change = ended(why, fact.at()).and("HANDED_OVER_AT", null);
    if (end == EndReason.BOUNCED) {
      change.and("BOUNCED_AT", fact.at().toEpochMilli());
    }
    Cause cause = ENGINE.because(why).send(attempt.send().id());
    return end(c, attempt, EventType.REJECTED, why, change, HANDED_OVER, CLAIMED, UNKNOWN)
        && stores.transitions().finish(c, attempt.run(), end, cause);
  }

  private boolean deferred(Connection c, Pending fact, Deferred deferred) throws SQLException {
    Attempt attempt = fact.attempt();
    Instant since = claims.failingSince(c, attempt.send()).orElse(fact.at());
    Optional<Instant> next = Retries.next(attempt.send().attempts(), since, fact.at());
    if (next.isEmpty()) {
      return rejected(c, fact, deferred.reason(), EndReason.SEND_ERROR);
    }
    Columns change =
        Columns.of("REASON", Sends.text(deferred.reason()))
            .and("HANDED_OVER_AT", null)
            .and("FAILING_SINCE", since.toEpochMilli())
            .and("RETRY_AT", next.get().toEpochMilli());
    Reason why = deferred.reason();
    return end(c, attempt, EventType.DEFERRED, why, change, HANDED_OVER, CLAIMED)
        && stores.transitions().defer(c, attempt.run(), next.get(), why);
  }

  /** Nothing has left and it was not about the lead; another one goes first next time. */
  private boolean released(Connection c, Pending fact, Reason why) throws SQLException {
    Attempt attempt = fact.attempt();
    Instant next = fact.at().plus(Retries.interval(attempt.send().attempts()));
    return claims.release(c, attempt.send())
        && fact.outcome() instanceof Deferred
        && stores.transitions().defer(c, attempt.run(), next, why);
  }

  private boolean unknown(Connection c, Pending fact, Reason why) throws SQLException {
    Attempt attempt = fact.attempt();
    Columns change = Columns.of("REASON", Sends.text(why));
    Instant settled = fact.at().plus(Checks.DOUBT);
    Reason wait = Reason.of("drumbeat.wait.unknown");
    return end(c, attempt, EventType.UNKNOWN, why, change, HANDED_OVER)
        && stores.transitions().defer(c, attempt.run(), settled, wait);
  }

  private static Columns ended(Reason why, Instant at) {
    return Columns.of("REASON", Sends.text(why)).and("ENDED_AT", at.toEpochMilli());
  }

  /** Gives the send the state of that event, from the first of those states that it is in. */
  private boolean end(
      Connection c, Attempt attempt, EventType type, Reason why, Columns change, SendState... from)
      throws SQLException {
    SendState to = SendState.valueOf(type.name());
    for (SendState before : from) {
      if (claims.end(c, attempt.send(), before, to, change)) {
        Cause cause = ENGINE.because(why).send(attempt.send().id());
        stores.events().append(c, NewEvent.of(type, attempt.run(), cause).from(before, to));
        return true;
      }
    }
    return false;
  }

  /** An outcome with the moment at which it was known. */
  private record Pending(Attempt attempt, SendOutcome outcome, Instant at) {}
}
