package dev.drumbeat.enrollment;

import static dev.drumbeat.campaign.CampaignState.ARCHIVED;
import static dev.drumbeat.campaign.CampaignState.CANCELLED;
import static dev.drumbeat.campaign.CampaignState.COMPLETED;
import static dev.drumbeat.campaign.CampaignState.PAUSED;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.campaign.ResumePolicy;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.log.Why;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses, resumes and ends campaigns. The state is changed at once, and sends stop with it (P1);
 * the leads follow on the pool.
 */
public final class CampaignControl {

  private static final Logger LOG = LoggerFactory.getLogger(CampaignControl.class);

  private final Stores stores;
  private final VisibleCampaigns visible;
  private final CampaignLeads leads;
  private final Executor pool;

  public CampaignControl(
      Stores stores, VisibleCampaigns visible, CampaignLeads leads, Executor pool) {
    this.stores = stores;
    this.visible = visible;
    this.leads = leads;
    this.pool = pool;
  }

  /** Writes to nobody until somebody resumes it. Pausing twice changes nothing. */
  public Campaign pause(Actor actor, long id) {
    Campaign read = visible.get(actor, id);
    if (read.state() != PAUSED) {
      mayBecome(read, PAUSED);
      Reason why = Reason.of("drumbeat.campaign.paused-by", actor.displayName());
      mustHappen(actor, read, pause(read, why, Cause.user(actor)));
    }
    return visible.get(actor, id);
  }

  /** Pauses for the app itself; false when somebody else changed the campaign meanwhile. */
  public boolean pause(Campaign read, Reason why, Cause cause) {
    CampaignStore campaigns = stores.campaigns();
    return change(
        read,
        PAUSED,
        EventType.PAUSED,
        cause.because(why),
        c -> campaigns.pause(c, read, why, stores.clock().instant()));
  }

  /** Goes on, with what the policy makes of the time in between (P2). */
  public Campaign resume(Actor actor, long id, ResumePolicy policy) {
    actor.mustHave(Right.LAUNCH_CAMPAIGNS);
    Campaign read = visible.get(actor, id);
    if (read.state() != PAUSED) {
      throw conflict(read, "drumbeat.campaign.not-paused");
    }
    CampaignState next =
        read.times().startedAt() == null ? CampaignState.SCHEDULED : CampaignState.RUNNING;
    boolean done =
        change(
            read,
            next,
            EventType.RESUMED,
            Cause.user(actor),
            c -> stores.campaigns().resume(c, read, policy, stores.clock().instant()));
    mustHappen(actor, read, done);
    return visible.get(actor, id);
  }

  /** Ends it for good, from any state that is not over (P4). */
  public Campaign cancel(Actor actor, long id) {
    return end(actor, id, CANCELLED, EventType.CANCELLED);
  }

  /** Puts a campaign that is over out of the way. */
  public Campaign archive(Actor actor, long id) {
    return end(actor, id, ARCHIVED, EventType.ARCHIVED);
  }

  private Campaign end(Actor actor, long id, CampaignState to, EventType type) {
    Campaign read = visible.get(actor, id);
    if (read.state() != to) {
      mayBecome(read, to);
      mustHappen(actor, read, changeState(read, to, type, Cause.user(actor)));
    }
    return visible.get(actor, id);
  }

  /** Ends a campaign whose leads are all through; false when it changed meanwhile. */
  boolean complete(Campaign read) {
    return changeState(read, COMPLETED, EventType.COMPLETED, Cause.app("campaign"));
  }

  /** Lets the leads follow the state, as far as they do not yet. */
  void follow(Campaign campaign) {
    pool.execute(() -> leads.follow(campaign.id()));
  }

  private boolean changeState(Campaign read, CampaignState to, EventType type, Cause cause) {
    return change(
        read,
        to,
        type,
        cause,
        c -> stores.campaigns().changeState(c, read, to, stores.clock().instant()));
  }

  private boolean change(
      Campaign read, CampaignState to, EventType type, Cause cause, Write write) {
    boolean done =
        stores
            .sql()
            .write(
                c -> {
                  boolean changed = write.on(c);
                  if (changed) {
                    NewEvent event = NewEvent.of(type, read.id(), cause);
                    stores.events().append(c, event.from(read.state(), to));
                  }
                  return changed;
                });
    if (done) {
      LOG.info("{}: {} after {} ({})", read.about(), to, read.state(), Why.of(cause.why()));
      follow(read);
    }
    return done;
  }

  private static void mayBecome(Campaign read, CampaignState to) {
    if (!read.state().mayBecome(to)) {
      throw conflict(read, "drumbeat.campaign.cannot-become." + to.word());
    }
  }

  private static Conflict conflict(Campaign read, String key) {
    return new Conflict(
        Reason.of(
            key, read.plan().name(), Reason.of("drumbeat.campaign.state." + read.state().word())));
  }

  private void mustHappen(Actor actor, Campaign read, boolean done) {
    if (!done) {
      throw Conflict.stale(visible.get(actor, read.id()).version());
    }
  }

  /** The change of the row, by version. */
  @FunctionalInterface
  private interface Write {

    boolean on(Connection c) throws SQLException;
  }
}
