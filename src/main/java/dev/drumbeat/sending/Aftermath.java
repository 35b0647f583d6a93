package dev.drumbeat.sending;

import dev.drumbeat.enrollment.CampaignControl;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Moving;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.enrollment.Sent;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Route;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Does to a run what a hindrance means for it, so that it is not due in the same way again. */
final class Aftermath {

  private static final Cause ENGINE = Cause.app("sending");
  private static final Duration AFTER_FAULT = Duration.ofMinutes(15);

  private final Stores stores;
  private final CampaignControl control;
  private final Moving moving;
  private final TaskAftermath ofTasks;

  Aftermath(Stores stores, CampaignControl control, Moving moving, TaskAftermath ofTasks) {
    this.stores = stores;
    this.control = control;
    this.moving = moving;
    this.ofTasks = ofTasks;
  }

  void of(Due due, Hindrance hindrance) {
    OptionalLong campaign = exit(due, hindrance);
    if (campaign.isPresent()) {
      leave(due, hindrance, campaign.getAsLong());
      return;
    }
    if (hindrance instanceof Hindrance.PauseCampaign pause) {
      control.pause(due.campaign(), pause.why(), ENGINE);
    }
    if (hindrance instanceof Hindrance.Await await) {
      ofTasks.await(due.run(), await.task());
      return;
    }
    stores.sql().write(c -> of(c, due, hindrance));
  }

  /** Where the run goes to: instead of its step, or now that its step is over (S7). */
  private static OptionalLong exit(Due due, Hindrance hindrance) {
    if (hindrance instanceof Hindrance.Leave leave) {
      return OptionalLong.of(leave.campaignId());
    }
    boolean isOver =
        hindrance instanceof Hindrance.Done
            || hindrance instanceof Hindrance.Pass
            || hindrance instanceof Hindrance.Skip;
    return isOver
        ? due.running().timeline().exit(due.run().place(), Route.ONWARD)
        : OptionalLong.empty();
  }

  private void leave(Due due, Hindrance hindrance, long campaignId) {
    Cause cause = hindrance instanceof Hindrance.Leave leave ? ENGINE.because(leave.why()) : ENGINE;
    moving
        .move(due.run(), due.campaign(), campaignId, cause)
        .ifPresent(
            start -> {
              Reason why = Reason.of("drumbeat.move.waits", Long.toString(campaignId));
              stores.sql().write(c -> stores.transitions().defer(c, due.run(), start, why));
            });
  }

  private boolean of(Connection c, Due due, Hindrance hindrance) throws SQLException {
    Enrollment run = due.run();
    if (hindrance instanceof Hindrance.PutOff later) {
      return stores.transitions().defer(c, run, later.until(), later.why());
    }
    if (hindrance instanceof Hindrance.Listen listen) {
      return stores.transitions().listen(c, run, listen.until(), listen.why());
    }
    if (hindrance instanceof Hindrance.PutOffCampaign later) {
      return putOffAll(c, due, later);
    }
    if (hindrance instanceof Hindrance.Pause pause) {
      return pause(c, run, pause.pause(), pause.why());
    }
    if (hindrance instanceof Hindrance.PauseCampaign pause) {
      return pause(c, run, PauseReason.CAMPAIGN_PAUSED, pause.why());
    }
    if (hindrance instanceof Hindrance.End end) {
      return stores.transitions().finish(c, run, end.end(), ENGINE.because(end.why()));
    }
    if (hindrance instanceof Hindrance.Skip skip) {
      return stores
          .transitions()
          .skip(c, run, skip.countedFrom(), due.running().timeline(), ENGINE.because(skip.why()));
    }
    if (hindrance instanceof Hindrance.Divert divert) {
      return stores.transitions().turn(c, run, divert.turn(), due.running().timeline(), ENGINE);
    }
    return hindrance instanceof Hindrance.Done done
        ? moveOn(c, due, done.send())
        : ofTasks.of(c, due, hindrance);
  }

  private boolean pause(Connection c, Enrollment run, PauseReason pause, Reason why)
      throws SQLException {
    return stores.transitions().pause(c, run, pause, null, ENGINE.because(why));
  }

  /** Everybody of the campaign who is due at this account meets the same hindrance. */
  private boolean putOffAll(Connection c, Due due, Hindrance.PutOffCampaign later)
      throws SQLException {
    Enrollment run = due.run();
    return stores
            .enrollments()
            .putOff(
                c,
                run.place().accountId(),
                run.state(),
                run.campaignId(),
                later.until(),
                later.why(),
                due.now())
        > 0;
  }

  private boolean moveOn(Connection c, Due due, Send send) throws SQLException {
    return stores
        .transitions()
        .advance(c, due.run(), sent(due, send), due.running().timeline(), ENGINE.send(send.id()));
  }

  private static Sent sent(Due due, Send send) {
    Enrollment run = due.run();
    Instant anchor = run.place().anchorAt();
    Instant at = send.endedAt() == null ? due.now() : send.endedAt();
    Instant left = send.handedOverAt() == null ? at : send.handedOverAt();
    String id = String.valueOf(send.messageId());
    if (left.isBefore(anchor) || run.thread().references().contains(id)) {
      // It was put behind a step that left after it, and what follows counts from that one (V4).
      return new Sent(due.step(), anchor, run.thread());
    }
    return new Sent(due.step(), left, Threads.after(due.step(), run.thread(), send.subject(), id));
  }

  /** Something went wrong with this run that has nothing to do with the others. */
  void ofFault(Enrollment run, Instant now) {
    Reason why = Reason.of("drumbeat.wait.fault");
    stores.sql().write(c -> stores.transitions().defer(c, run, now.plus(AFTER_FAULT), why));
  }

  /** What the run belongs to is gone: its campaign, its sequence or its account. */
  void ofLoss(Enrollment run, Reason why) {
    stores.transitions().pause(run, PauseReason.SENDER_DOWN, null, ENGINE.because(why));
  }
}
