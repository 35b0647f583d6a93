package dev.drumbeat.sending;

import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import java.util.List;

/** Sends as a user may see them: those of the own campaigns, and all of them for administrators. */
public final class VisibleSends {

  private final SendStore store;
  private final CampaignStore campaigns;

  public VisibleSends(SendStore store, CampaignStore campaigns) {
    this.store = store;
    this.campaigns = campaigns;
  }

  /** One send; that of somebody else's campaign is not there. */
  public Send get(Actor actor, long id) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return store
        .find(id)
        .filter(send -> isVisible(actor, send))
        .orElseThrow(() -> new NotFound(Reason.of("drumbeat.send.not-found", Long.toString(id))));
  }

  private boolean isVisible(Actor actor, Send send) {
    return actor.has(Right.ADMINISTER)
        || campaigns.find(send.campaignId()).filter(c -> c.isVisibleTo(actor)).isPresent();
  }

  /** Sends, the newest first. */
  public List<Send> page(Actor actor, SendFilter filter, int startAt, int maxResults) {
    return store.page(seen(actor, filter), startAt, maxResults);
  }

  /** How many there are. */
  public int count(Actor actor, SendFilter filter) {
    return store.count(seen(actor, filter));
  }

  private static SendFilter seen(Actor actor, SendFilter filter) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return actor.has(Right.ADMINISTER) ? filter : filter.ownedBy(actor.userKey());
  }
}
