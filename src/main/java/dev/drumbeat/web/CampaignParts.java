package dev.drumbeat.web;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.campaign.Admission;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.Goal;
import dev.drumbeat.campaign.ResumePolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Parts of a campaign as REST prints them. */
final class CampaignParts {

  private CampaignParts() {}

  /** Whom it writes to. */
  record Who(
      @Nullable Long filterId,
      @Nullable String jql,
      String addressField,
      String mode,
      @Nullable Integer limit,
      @Nullable Instant until) {

    static @Nullable Who of(@Nullable AudienceRule rule) {
      return rule == null
          ? null
          : new Who(
              rule.filterId(),
              rule.jql(),
              rule.addressField(),
              rule.live() ? "live" : "snapshot",
              rule.limit(),
              rule.until());
    }
  }

  /** What it is to reach. */
  record Aim(String metric, @Nullable Integer target) {

    static @Nullable Aim of(@Nullable Goal goal) {
      return goal == null ? null : new Aim(goal.metric().word(), goal.target());
    }
  }

  /**
   * How far its launch is: {@code notStarted}, {@code open} or {@code closed}; and when a live
   * audience was looked at again and will be (E2).
   */
  record Progress(
      String stage,
      int total,
      int admitted,
      int leftOut,
      @Nullable Instant evaluatedAt,
      @Nullable Instant nextAt) {

    static Progress of(Campaign campaign) {
      Admission admission = campaign.admission();
      return new Progress(
          Words.of(admission.stage()),
          admission.total(),
          admission.admitted(),
          admission.leftOut(),
          admission.evaluatedAt(),
          campaign.nextLook().orElse(null));
    }
  }

  /** Its last pause. */
  record Break(
      String reason, Instant pausedAt, @Nullable Instant resumedAt, @Nullable String policy) {

    static @Nullable Break of(Campaign.@Nullable Pause pause, Answers answers) {
      if (pause == null) {
        return null;
      }
      ResumePolicy policy = pause.policy();
      return new Break(
          answers.text(pause.reason()),
          pause.pausedAt(),
          pause.resumedAt(),
          policy == null ? null : policy.word());
    }
  }
}
