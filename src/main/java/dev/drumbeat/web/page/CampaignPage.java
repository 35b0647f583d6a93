package dev.drumbeat.web.page;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.campaign.Campaigns;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.web.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Will it, does it, did it reach its goal? The first view that fits the state comes first. */
public final class CampaignPage implements Page {

  private final Campaigns campaigns;
  private final CampaignHead head;
  private final List<CampaignPart> parts;
  private final Templates templates;
  private final Texts texts;

  public CampaignPage(
      Campaigns campaigns,
      CampaignHead head,
      List<CampaignPart> parts,
      Templates templates,
      Texts texts) {
    this.campaigns = campaigns;
    this.head = head;
    this.parts = List.copyOf(parts);
    this.templates = templates;
    this.texts = texts;
  }

  @Override
  public String path() {
    return "/campaigns/{id}";
  }

  @Override
  public Right right() {
    return Right.USE_CAMPAIGNS;
  }

  @Override
  public String title() {
    return "drumbeat.campaign.title";
  }

  @Override
  public List<String> resources() {
    return List.of("dev.drumbeat.jira:campaign", "dev.drumbeat.jira:campaign-plan");
  }

  @Override
  public String template() {
    return "campaign.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request) {
    Campaign campaign = campaigns.get(request.reader(), request.id());
    List<CampaignPart> fitting = parts.stream().filter(p -> p.isFor(campaign)).toList();
    CampaignPart part = chosen(request, fitting);
    Map<String, Object> model = new HashMap<>(head.model(request, campaign));
    model.put(
        "launching", campaign.state() == CampaignState.RUNNING && campaign.admission().isOpen());
    model.put("tabs", fitting.stream().map(p -> tab(p, p == part)).toList());
    model.put("part", templates.render(part.template(), part.model(request, campaign)));
    return model;
  }

  private static CampaignPart chosen(PageRequest request, List<CampaignPart> fitting) {
    String view = request.query("view").orElse("");
    return fitting.stream()
        .filter(p -> view.isEmpty() || p.view().equals(view))
        .findFirst()
        .orElseThrow(() -> new NotFound(Reason.of("drumbeat.page.missing.text")));
  }

  private Map<String, ?> tab(CampaignPart part, boolean chosen) {
    return Map.of("view", part.view(), "name", texts.of(part.title()), "chosen", chosen);
  }
}
