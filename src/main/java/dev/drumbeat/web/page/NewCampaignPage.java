package dev.drumbeat.web.page;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignDraft;
import dev.drumbeat.campaign.Campaigns;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.web.PlanJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that is not there yet: the same four bands as those of a draft, filled in. As soon as
 * a draft can be stored the script does so, and the address becomes that of the draft.
 */
public final class NewCampaignPage implements Page {

  private final Campaigns campaigns;
  private final NewPlan plans;
  private final PlanModel model;
  private final PlanJson json;

  public NewCampaignPage(Campaigns campaigns, NewPlan plans, PlanModel model, PlanJson json) {
    this.campaigns = campaigns;
    this.plans = plans;
    this.model = model;
    this.json = json;
  }

  @Override
  public String path() {
    return "/campaigns/new";
  }

  @Override
  public Right right() {
    return Right.USE_CAMPAIGNS;
  }

  @Override
  public String title() {
    return "drumbeat.plan.new";
  }

  @Override
  public List<String> resources() {
    return PlanPart.RESOURCES;
  }

  @Override
  public String template() {
    return "campaign-new.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request) {
    Actor reader = request.reader();
    Optional<Campaign> from =
        request
            .query("from")
            .filter(id -> id.matches("\\d{1,18}"))
            .map(id -> campaigns.get(reader, Long.parseLong(id)));
    CampaignDraft draft = plans.of(request);
    Map<String, Object> values =
        model.of(reader, from.map(NewCampaignPage::filter).orElse(filter(draft)));
    values.put("plan", from.map(c -> json.of(reader, c)).orElseGet(() -> json.of(draft)));
    values.put("isNew", true);
    values.put("isCopy", from.isPresent());
    values.put("isLaunched", false);
    values.put("isOver", false);
    return values;
  }

  private static @Nullable Long filter(Campaign campaign) {
    return campaign.plan().audience() == null ? null : campaign.plan().audience().filterId();
  }

  private static @Nullable Long filter(CampaignDraft draft) {
    return draft.audience() == null ? null : draft.audience().filterId();
  }
}
