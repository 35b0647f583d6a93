package dev.drumbeat.sending;

import dev.drumbeat.enrollment.CampaignControl;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.enrollment.Sent;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.request.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Does to a run what a hindrance means for it, so that it is not due in the same way again. */
final class Aftermath {

  private static final Cause ENGINE = Cause.app("sending");
  private static final Duration AFTER_FAULT = Duration.ofMinutes(15);

  private final Stores stores;
  private final CampaignControl control;

  Aftermath(Stores stores, CampaignControl control) {
    this.stores = stores;
    this.control = control;
  }

  void of(Due due, Hindrance hindrance) {
    if (hindrance instanceof Hindrance.PauseCampaign pause) {
      control.pause(due.campaign(), pause.why(), ENGINE);
    }
    stores.sql().write(c -> of(c, due, hindrance));
  }

  private boolean of(Connection c, Due due, Hindrance hindrance) throws SQLException {
    Enrollment run = due.run();
    if (hindrance instanceof Hindrance.PutOff later) {
      return stores.transitions().defer(c, run, later.until(), later.why());
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
    return moveOn(c, due, ((Hindrance.Done) hindrance).send());
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
