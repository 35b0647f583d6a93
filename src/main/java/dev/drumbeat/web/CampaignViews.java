package dev.drumbeat.web;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.Campaigns;
import dev.drumbeat.request.Actor;

/** Prints single campaigns with everything that belongs to them. */
public final class CampaignViews {

  private final Campaigns campaigns;
  private final Answers answers;

  public CampaignViews(Campaigns campaigns, Answers answers) {
    this.campaigns = campaigns;
    this.answers = answers;
  }

  CampaignView of(Actor actor, Campaign campaign) {
    return CampaignView.of(
        campaign,
        campaigns.mail(actor, campaign).orElse(null),
        campaigns.warnings(actor, campaign).stream().map(answers::text).toList(),
        answers);
  }
}
