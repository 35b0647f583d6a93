package dev.drumbeat.web.page;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.Campaigns;
import dev.drumbeat.request.Right;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import java.util.List;
import java.util.Map;

/** What is running, and is anything wrong? */
public final class CampaignsPage implements Page {

  private static final int MOST = 50;

  private final Campaigns campaigns;
  private final Links links;
  private final Texts texts;

  public CampaignsPage(Campaigns campaigns, Links links, Texts texts) {
    this.campaigns = campaigns;
    this.links = links;
    this.texts = texts;
  }

  @Override
  public String path() {
    return "/campaigns";
  }

  @Override
  public Right right() {
    return Right.USE_CAMPAIGNS;
  }

  @Override
  public String title() {
    return "drumbeat.campaigns.title";
  }

  @Override
  public List<String> resources() {
    return List.of("dev.drumbeat.jira:ui");
  }

  @Override
  public String template() {
    return "campaigns.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request) {
    return Map.of(
        "newUrl",
        links.page("campaigns/new").toString(),
        "campaigns",
        campaigns.page(request.reader(), null, request.startAt(), MOST).stream()
            .map(this::row)
            .toList());
  }

  private Map<String, String> row(Campaign campaign) {
    return Map.of(
        "url",
        links.page("campaigns/" + campaign.id()).toString(),
        "name",
        campaign.plan().name(),
        "state",
        texts.of("drumbeat.campaign.lozenge." + campaign.state().word()));
  }
}
