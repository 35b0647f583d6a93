package dev.drumbeat.web.page;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.campaign.Goal;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.report.Notice;
import dev.drumbeat.report.Numbers;
import dev.drumbeat.report.Remedy;
import dev.drumbeat.request.Actor;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How pages say what campaigns and their leads are like; colours never stand alone. */
final class CampaignWords {

  private final Texts texts;
  private final Links links;

  CampaignWords(Texts texts, Links links) {
    this.texts = texts;
    this.links = links;
  }

  String of(String key, Serializable... arguments) {
    return texts.of(key, arguments);
  }

  String state(CampaignState state) {
    return texts.of("drumbeat.campaign.lozenge." + state.word());
  }

  static String look(CampaignState state) {
    return switch (state) {
      case RUNNING -> "aui-lozenge-inprogress";
      case PAUSED -> "aui-lozenge-moved";
      case SCHEDULED -> "aui-lozenge-new";
      case COMPLETED -> "aui-lozenge-success";
      case CANCELLED -> "aui-lozenge-removed";
      case DRAFT, ARCHIVED -> "";
    };
  }

  static String look(EnrollmentState state) {
    return switch (state) {
      case ACTIVE -> "aui-lozenge-inprogress";
      case PAUSED, WAITING_TASK -> "aui-lozenge-moved";
      case FINISHED -> "aui-lozenge-success";
      case FAILED -> "aui-lozenge-removed";
      case PENDING -> "";
    };
  }

  /** How far the goal is: a sentence, and a bar where there is a target. */
  Map<String, Object> goal(Campaign campaign, Numbers numbers, Actor reader) {
    Goal goal = campaign.plan().goal();
    Integer target = goal == null ? null : goal.target();
    String reached = Amounts.text(numbers.replied(), reader);
    Map<String, Object> model = new HashMap<>();
    model.put("hasTarget", target != null);
    model.put("value", target == null ? 0 : Math.min(numbers.replied(), target));
    model.put("max", target == null ? 1 : target);
    model.put(
        "text",
        target == null
            ? texts.of(goal == null ? "drumbeat.goal.none" : "drumbeat.goal.open", reached)
            : texts.of("drumbeat.goal.target", reached, Amounts.text(target, reader)));
    return model;
  }

  /** One thing that needs attention, with the way to what can be done about it. */
  Map<String, Object> notice(Notice notice, Campaign campaign) {
    return Map.of(
        "id",
        Long.toString(campaign.id()),
        "name",
        campaign.plan().name(),
        "url",
        campaignUrl(campaign),
        "sentence",
        texts.of(notice.sentence()),
        "remedy",
        texts.of("drumbeat.remedy." + word(notice.remedy())),
        "remedyUrl",
        url(notice.remedy(), campaign));
  }

  private static String word(Remedy remedy) {
    return remedy.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String campaignUrl(Campaign campaign) {
    return links.page("campaigns/" + campaign.id()).toString();
  }

  private String url(Remedy remedy, Campaign campaign) {
    return switch (remedy) {
      case STATUS -> links.page("status").toString();
      case ACCOUNTS -> links.page("accounts").toString();
      case RESUME -> campaignUrl(campaign);
      case UNKNOWN_SENDS -> campaignUrl(campaign) + "?view=proof&show=unknown";
      case CAME_BACK -> campaignUrl(campaign) + "?view=proof&show=cameBack";
      case MISSING_DATA -> campaignUrl(campaign) + "?view=leads&state=paused&reason=missingData";
      case OVERDUE -> campaignUrl(campaign) + "?view=leads&state=paused&reason=overdue";
      case SENDER_DOWN -> campaignUrl(campaign) + "?view=leads&state=paused&reason=senderDown";
      case DOUBTFUL_REPLY ->
          campaignUrl(campaign) + "?view=leads&state=paused&reason=doubtfulReply";
    };
  }
}
