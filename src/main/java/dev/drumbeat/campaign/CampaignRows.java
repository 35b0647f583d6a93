package dev.drumbeat.campaign;

import static java.util.stream.Collectors.joining;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.campaign.Campaign.Pause;
import dev.drumbeat.campaign.Campaign.Times;
import dev.drumbeat.campaign.CampaignPlan.Limits;
import dev.drumbeat.campaign.CampaignPlan.StopRules;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Words;
import dev.drumbeat.mail.ReasonText;
import dev.drumbeat.time.Schedule;
import dev.drumbeat.time.ZoneRule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns rows of campaigns into records and records into columns. */
final class CampaignRows {

  private CampaignRows() {}

  static Campaign campaign(CampaignRow row) {
    return new Campaign(
        row.getId(),
        row.getVersion(),
        Words.of(CampaignState.class, row.getState()),
        row.getOwnerKey(),
        plan(row),
        row.isAlwaysOn(),
        Objects.requireNonNullElse(row.getLeastVersion(), 0),
        new Admission(
            Words.of(Admission.Stage.class, row.getAdmission()),
            row.getCandidates(),
            row.getAdmitted(),
            row.getLeftOut(),
            instant(row.getEvaluatedAt())),
        new Times(instant(row.getStartedAt()), instant(row.getFinishedAt())),
        pause(row),
        Instant.ofEpochMilli(row.getCreatedAt()),
        Instant.ofEpochMilli(row.getUpdatedAt()));
  }

  private static CampaignPlan plan(CampaignRow row) {
    return new CampaignPlan(
        row.getName(),
        Words.of(CampaignKind.class, row.getKind()),
        row.getSequenceId(),
        audience(row),
        ids(row.getAccountIds()),
        new Schedule(
            ZoneId.of(row.getZone()),
            ScheduleText.windows(row.getWindows()),
            ScheduleText.holidays(row.getHolidays()),
            zones(row)),
        instant(row.getScheduledAt()),
        new StopRules(row.isStopOnReply()),
        new Limits(row.getPerDay(), row.getNewPerDay()),
        goal(row));
  }

  private static ZoneRule zones(CampaignRow row) {
    String whose = row.getZoneOf();
    return whose == null
        ? ZoneRule.CAMPAIGN
        : new ZoneRule(Words.of(ZoneRule.Whose.class, whose), row.getZoneField());
  }

  private static @Nullable AudienceRule audience(CampaignRow row) {
    String field = row.getAddressField();
    return field == null
        ? null
        : new AudienceRule(
            row.getFilterId(),
            row.getJql(),
            field,
            row.getAudienceLimit(),
            Boolean.TRUE.equals(row.getAudienceLive()),
            instant(row.getAudienceUntil()));
  }

  private static @Nullable Goal goal(CampaignRow row) {
    String metric = row.getGoalMetric();
    return metric == null
        ? null
        : new Goal(Words.of(GoalMetric.class, metric), row.getGoalTarget());
  }

  private static @Nullable Pause pause(CampaignRow row) {
    String reason = row.getPauseReason();
    Instant pausedAt = instant(row.getPausedAt());
    String policy = row.getResumePolicy();
    return reason == null || pausedAt == null
        ? null
        : new Pause(
            ReasonText.read(reason),
            pausedAt,
            instant(row.getResumedAt()),
            policy == null ? null : Words.of(ResumePolicy.class, policy));
  }

  private static List<Long> ids(String text) {
    return Stream.of(text.split(",", -1)).filter(id -> !id.isEmpty()).map(Long::valueOf).toList();
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  static Columns plan(CampaignPlan plan) {
    AudienceRule audience = plan.audience();
    Instant until = audience == null ? null : audience.until();
    Instant scheduledAt = plan.scheduledAt();
    Goal goal = plan.goal();
    return Columns.of("NAME", plan.name())
        .and("NAME_KEY", plan.name().toLowerCase(Locale.ROOT))
        .and("KIND", plan.kind().name())
        .and("SEQUENCE_ID", plan.sequenceId())
        .and("FILTER_ID", audience == null ? null : audience.filterId())
        .and("JQL", audience == null ? null : audience.jql())
        .and("ADDRESS_FIELD", audience == null ? null : audience.addressField())
        .and("AUDIENCE_LIVE", audience != null && audience.live())
        .and("AUDIENCE_UNTIL", until == null ? null : until.toEpochMilli())
        .and("AUDIENCE_LIMIT", audience == null ? null : audience.limit())
        .and(
            "ACCOUNT_IDS",
            plan.accountIds().stream().map(id -> Long.toString(id)).collect(joining(",")))
        .and("ZONE", plan.schedule().zone().getId())
        .and("ZONE_OF", plan.schedule().zones().whose().name())
        .and("ZONE_FIELD", plan.schedule().zones().field())
        .and("WINDOWS", ScheduleText.windows(plan.schedule().windows()))
        .and("HOLIDAYS", ScheduleText.holidays(plan.schedule().holidays()))
        .and("SCHEDULED_AT", scheduledAt == null ? null : scheduledAt.toEpochMilli())
        .and("STOP_ON_REPLY", plan.stopOn().reply())
        .and("PER_DAY", plan.limits().perDay())
        .and("NEW_PER_DAY", plan.limits().newPerDay())
        .and("GOAL_METRIC", goal == null ? null : goal.metric().name())
        .and("GOAL_TARGET", goal == null ? null : goal.target());
  }
}
