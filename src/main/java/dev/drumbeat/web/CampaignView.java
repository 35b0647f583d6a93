package dev.drumbeat.web;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.campaign.CampaignPlan.Limits;
import dev.drumbeat.campaign.CampaignPlan.StopRules;
import dev.drumbeat.sequence.Step;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as REST prints it; in a list without the mail of a broadcast, which may be large, and
 * without warnings.
 */
record CampaignView(
    long id,
    URI self,
    int version,
    String name,
    String kind,
    String state,
    String owner,
    long sequenceId,
    @Nullable String subject,
    @Nullable String html,
    @Nullable String text,
    CampaignParts.@Nullable Who audience,
    List<Long> mailAccountIds,
    ScheduleView schedule,
    @Nullable Instant scheduledAt,
    Limits limits,
    StopRules stopOn,
    CampaignParts.@Nullable Aim goal,
    boolean alwaysOn,
    CampaignParts.Progress admission,
    CampaignParts.@Nullable Break pause,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable List<String> warnings,
    Instant createdAt,
    Instant updatedAt) {

  /** A line of a list. */
  static CampaignView of(Campaign campaign, Answers answers) {
    return of(campaign, null, null, answers);
  }

  static CampaignView of(
      Campaign campaign, @Nullable Step mail, @Nullable List<String> warnings, Answers answers) {
    CampaignPlan plan = campaign.plan();
    return new CampaignView(
        campaign.id(),
        answers.link("campaigns/" + campaign.id()),
        campaign.version(),
        plan.name(),
        plan.kind().word(),
        campaign.state().word(),
        campaign.ownerKey(),
        plan.sequenceId(),
        mail == null ? null : mail.subject(),
        mail == null ? null : mail.html(),
        mail == null ? null : mail.text(),
        CampaignParts.Who.of(plan.audience()),
        plan.accountIds(),
        ScheduleView.of(plan.schedule()),
        plan.scheduledAt(),
        plan.limits(),
        plan.stopOn(),
        CampaignParts.Aim.of(plan.goal()),
        campaign.alwaysOn(),
        CampaignParts.Progress.of(campaign),
        CampaignParts.Break.of(campaign.pause(), answers),
        campaign.times().startedAt(),
        campaign.times().finishedAt(),
        warnings,
        campaign.createdAt(),
        campaign.updatedAt());
  }
}
