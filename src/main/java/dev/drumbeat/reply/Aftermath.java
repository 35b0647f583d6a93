package dev.drumbeat.reply;

import static dev.drumbeat.enrollment.EventType.AUTO_REPLIED;
import static dev.drumbeat.enrollment.EventType.BOUNCED;
import static dev.drumbeat.enrollment.EventType.REPLIED;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.enrollment.Marks;
import dev.drumbeat.enrollment.NewEvent;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.mail.failure.Failure;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.Send;
import dev.drumbeat.sending.SendStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What follows from one message for the runs of its lead, inside one unit. */
final class Aftermath {

  static final String WHO = "reply";

  private final Stores stores;
  private final SendStore sends;
  private final Reply reply;
  private final @Nullable Send send;
  private final List<Enrollment> runs;
  private final Map<Long, Campaign> campaigns;
  private final Reason why;

  /** Reads what it needs before the unit begins. */
  Aftermath(
      Stores stores, SendStore sends, Reply reply, @Nullable Send send, List<Enrollment> runs) {
    this.stores = stores;
    this.sends = sends;
    this.reply = reply;
    this.send = send;
    this.runs = List.copyOf(runs);
    this.campaigns =
        stores
            .campaigns()
            .findAll(runs.stream().map(Enrollment::campaignId).collect(Collectors.toSet()));
    this.why = ReplyReasons.of(reply);
  }

  void happen(Connection c) throws SQLException {
    if (send != null) {
      sends.hold(c, send.enrollmentId());
    }
    if (reply.kind() == ReplyKind.BOUNCE) {
      bounced(c);
      return;
    }
    prove(c);
    switch (reply.kind()) {
      case HUMAN -> answered(c);
      case UNSUBSCRIBE -> unsubscribed(c);
      case OUT_OF_OFFICE -> away(c);
      case LEFT_COMPANY -> left(c);
      case AUTO_REPLY -> event(c, AUTO_REPLIED);
      case COMPLAINT -> complained(c);
      case BOUNCE, DELAY, READ_RECEIPT, NOTICE -> {}
    }
  }

  /** Whatever names a message of ours has got it (X4). */
  private void prove(Connection c) throws SQLException {
    if (send != null) {
      sends.proveDelivered(c, send, why);
    }
  }

  private void answered(Connection c) throws SQLException {
    if (reply.match().confidence().isSure()) {
      event(c, REPLIED);
      finish(c, EndReason.REPLIED, run -> stopsOnReply(run));
      markReplied(c);
    } else {
      pauseMatched(c);
    }
  }

  /** The step that was answered; if that cannot be told, the last one that was sent (A4). */
  private void markReplied(Connection c) throws SQLException {
    Reply.Match match = reply.match();
    if (match.enrollmentId() != null) {
      long step = send == null ? sends.lastSentStep(c, match.enrollmentId()) : send.stepId();
      Marks.replied(c, match.campaignId(), match.enrollmentId(), step, reply.receivedAt());
    }
  }

  /** S3: all runs of the lead, as far as their campaigns stop on an answer (S1). */
  private boolean stopsOnReply(Enrollment run) {
    Campaign campaign = campaigns.get(run.campaignId());
    return campaign == null || campaign.plan().stopOn().reply();
  }

  private void unsubscribed(Connection c) throws SQLException {
    if (reply.match().confidence() == Confidence.PROBABLE) {
      pauseMatched(c);
      return;
    }
    event(c, REPLIED);
    event(c, EventType.UNSUBSCRIBED);
    finish(c, EndReason.UNSUBSCRIBED, run -> true);
    markReplied(c);
    Reply.Match match = reply.match();
    if (match.enrollmentId() != null) {
      Marks.unsubscribed(c, match.campaignId(), match.enrollmentId(), reply.receivedAt());
    }
  }

  private void away(Connection c) throws SQLException {
    event(c, AUTO_REPLIED);
    Instant now = stores.clock().instant();
    boolean doubtful = reply.match().confidence() == Confidence.PROBABLE;
    for (Enrollment run : doubtful ? matched() : runs) {
      Campaign campaign = campaigns.get(run.campaignId());
      Instant until =
          Away.until(
              reply.what().returnOn(),
              reply.receivedAt(),
              run.place().zone(),
              campaign == null ? Set.of() : campaign.plan().schedule().holidays());
      if (until.isAfter(now)) {
        stores.transitions().pause(c, run, PauseReason.OUT_OF_OFFICE, until, cause());
      }
    }
  }

  private void left(Connection c) throws SQLException {
    event(c, AUTO_REPLIED);
    if (reply.match().confidence().isSure()) {
      finish(c, EndReason.LEFT_COMPANY, run -> true);
    } else {
      pauseMatched(c);
    }
  }

  private void complained(Connection c) throws SQLException {
    if (reply.match().confidence().isSure()) {
      event(c, EventType.COMPLAINED);
      finish(c, EndReason.COMPLAINED, run -> true);
    } else {
      pauseMatched(c);
    }
  }

  /** Only a dead address ends a run; what may pass or is about us is noted (B2). */
  private void bounced(Connection c) throws SQLException {
    if (!reply.match().confidence().isSure()) {
      pauseMatched(c);
    } else if (send == null || !sends.bounced(c, send, why, reply.receivedAt())) {
      event(c, BOUNCED);
    }
    if (reply.match().confidence().isSure() && reply.what().failure() == Failure.HARD) {
      finish(c, EndReason.BOUNCED, run -> true);
    }
  }

  private void finish(Connection c, EndReason reason, Predicate<Enrollment> which)
      throws SQLException {
    for (Enrollment run : runs) {
      if (which.test(run) && stores.transitions().finish(c, run, reason, cause())) {
        sends.cancelOpen(c, run.id(), reason.reason());
      }
    }
  }

  /** Not sure that it is theirs: their run waits until somebody has looked. */
  private void pauseMatched(Connection c) throws SQLException {
    Cause doubt = cause().because(ReplyReasons.doubt(reply));
    for (Enrollment run : matched()) {
      stores.transitions().pause(c, run, PauseReason.DOUBTFUL_REPLY, null, doubt);
    }
  }

  private List<Enrollment> matched() {
    return runs.stream()
        .filter(run -> Long.valueOf(run.id()).equals(reply.match().enrollmentId()))
        .toList();
  }

  /** Of the run that is answered; a lead who answers nothing has none. */
  private void event(Connection c, EventType type) throws SQLException {
    Reply.Match match = reply.match();
    if (match.enrollmentId() != null) {
      stores
          .events()
          .append(
              c,
              new NewEvent(
                  type,
                  match.campaignId(),
                  match.enrollmentId(),
                  match.issueId(),
                  null,
                  null,
                  cause()));
    }
  }

  private Cause cause() {
    Cause cause = Cause.app(WHO).because(why);
    return send == null ? cause : cause.send(send.id());
  }
}
