package dev.drumbeat.web;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignDraft;
import dev.drumbeat.request.Actor;

/** Plans as the script of the page reads them: the JSON of REST. */
public final class PlanJson {

  private final Json json;
  private final CampaignViews views;

  public PlanJson(Json json, CampaignViews views) {
    this.json = json;
    this.views = views;
  }

  /** A campaign as REST answers it. */
  public String of(Actor actor, Campaign campaign) {
    return json.print(views.of(actor, campaign));
  }

  /** A draft that is not stored yet. */
  public String of(CampaignDraft draft) {
    return json.print(draft);
  }
}
