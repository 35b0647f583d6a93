package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignDraft;
import dev.drumbeat.campaign.Campaigns;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Refusal;
import dev.drumbeat.request.Right;

/** Makes campaigns; the short form of a broadcast is scheduled with it, or not made at all. */
public final class NewCampaigns {

  private final Campaigns campaigns;
  private final Launch launch;

  public NewCampaigns(Campaigns campaigns, Launch launch) {
    this.campaigns = campaigns;
    this.launch = launch;
  }

  /** A draft, or a broadcast that waits for its time. */
  public Campaign create(Actor actor, CampaignDraft draft) {
    if (!draft.isShort()) {
      return campaigns.create(actor, draft);
    }
    actor.mustHave(Right.LAUNCH_CAMPAIGNS);
    Campaign created = campaigns.create(actor, draft);
    try {
      return launch.launch(actor, created.id());
    } catch (Refusal e) {
      campaigns.delete(actor, created.id());
      throw e;
    }
  }
}
