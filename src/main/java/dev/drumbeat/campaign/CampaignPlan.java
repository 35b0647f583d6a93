package dev.drumbeat.campaign;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.time.Schedule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people set on a campaign, checked: who, what, when and how. Without an audience it admits
 * only who is enrolled one by one; without a start time it starts when somebody launches it;
 * without a goal nobody can say whether it was worth it.
 */
public record CampaignPlan(
    String name,
    CampaignKind kind,
    long sequenceId,
    @Nullable AudienceRule audience,
    List<Long> accountIds,
    Schedule schedule,
    @Nullable Instant scheduledAt,
    StopRules stopOn,
    Limits limits,
    @Nullable Goal goal) {

  public CampaignPlan {
    accountIds = List.copyOf(accountIds);
  }

  /** The same for another sequence. */
  public CampaignPlan saying(long otherSequenceId) {
    return new CampaignPlan(
        name,
        kind,
        otherSequenceId,
        audience,
        accountIds,
        schedule,
        scheduledAt,
        stopOn,
        limits,
        goal);
  }

  /** The same from another account. */
  public CampaignPlan sendingFrom(long accountId) {
    return new CampaignPlan(
        name,
        kind,
        sequenceId,
        audience,
        List.of(accountId),
        schedule,
        scheduledAt,
        stopOn,
        limits,
        goal);
  }

  /** What ends a lead's run early (S1); what always ends it is no choice (S2). */
  public record StopRules(boolean reply) {}

  /** How much may go out in all, and to how many new leads; null is no limit. */
  public record Limits(@Nullable Integer perDay, @Nullable Integer newPerDay) {}
}
