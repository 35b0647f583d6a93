package dev.drumbeat.web.page;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.web.PlanJson;
import java.util.List;
import java.util.Map;

/** The plan of a campaign: who, what, when and how, and its goal. */
public final class PlanPart implements CampaignPart {

  static final List<String> RESOURCES =
      List.of("dev.drumbeat.jira:ui", "dev.drumbeat.jira:campaign-plan");

  private final PlanModel model;
  private final PlanJson json;

  public PlanPart(PlanModel model, PlanJson json) {
    this.model = model;
    this.json = json;
  }

  @Override
  public String view() {
    return "plan";
  }

  @Override
  public String title() {
    return "drumbeat.plan.title";
  }

  @Override
  public boolean isFor(Campaign campaign) {
    return !campaign.alwaysOn();
  }

  @Override
  public String template() {
    return "campaign-plan.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request, Campaign campaign) {
    AudienceRule rule = campaign.plan().audience();
    Map<String, Object> values = model.of(request.reader(), rule == null ? null : rule.filterId());
    values.put("plan", json.of(request.reader(), campaign));
    values.put("nextLook", model.nextLook(campaign, request.reader()));
    values.put("isNew", false);
    values.put("isCopy", false);
    values.put("isLaunched", campaign.isLaunched());
    values.put("isOver", campaign.state().isOver());
    return values;
  }
}
