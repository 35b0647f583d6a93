package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import java.util.List;

/** The log of everything that happened, as far as a user may see the campaigns it happened in. */
public final class Events {

  private final EventLog log;
  private final VisibleCampaigns visible;

  public Events(EventLog log, VisibleCampaigns visible) {
    this.log = log;
    this.visible = visible;
  }

  /** Events in the order in which they happened; somebody else's campaign is not there. */
  public List<Event> page(Actor actor, EventFilter filter, int startAt, int maxResults) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    if (filter.campaignId() != null) {
      visible.get(actor, filter.campaignId());
    }
    EventFilter seen = actor.has(Right.ADMINISTER) ? filter : filter.ownedBy(actor.userKey());
    return log.page(seen, startAt, maxResults);
  }
}
