package dev.drumbeat.web.support;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignPlan;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One campaign in numbers: its state, what it uses, and how many runs and sends are how. */
record CampaignPart(
    long id,
    String kind,
    String state,
    boolean alwaysOn,
    long sequenceId,
    List<Long> mailAccountIds,
    boolean hasAudience,
    boolean hasGoal,
    CampaignPlan.Limits limits,
    Instant createdAt,
    @Nullable Instant scheduledAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Cause lastPause,
    Map<String, Long> numbers) {

  static CampaignPart of(Campaign campaign, Map<String, Long> numbers) {
    CampaignPlan plan = campaign.plan();
    Campaign.Pause pause = campaign.pause();
    return new CampaignPart(
        campaign.id(),
        plan.kind().name().toLowerCase(Locale.ROOT),
        campaign.state().word(),
        campaign.alwaysOn(),
        plan.sequenceId(),
        plan.accountIds(),
        plan.audience() != null,
        plan.goal() != null,
        plan.limits(),
        campaign.createdAt(),
        plan.scheduledAt(),
        campaign.times().startedAt(),
        campaign.times().finishedAt(),
        pause == null ? null : Cause.of(pause.reason()),
        numbers);
  }
}
