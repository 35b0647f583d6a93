package dev.drumbeat.report;

import dev.drumbeat.campaign.CampaignPlan.Limits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How much of a campaign may leave on a day of its zone, over all of its accounts (L1, L2). */
final class CampaignCaps {

  private final Limits limits;
  private final ZoneId zone;
  private LocalDate today = LocalDate.MIN;
  private int left;
  private int leftToNew;

  CampaignCaps(Limits limits, ZoneId zone) {
    this.limits = limits;
    this.zone = zone;
  }

  /** How many may leave on the day of that moment. */
  int allowed(boolean first, Instant now) {
    turnTo(now);
    Integer perDay = limits.perDay();
    Integer newPerDay = limits.newPerDay();
    int most = perDay == null ? Integer.MAX_VALUE : perDay - left;
    return first && newPerDay != null ? Math.min(most, newPerDay - leftToNew) : most;
  }

  /** Notes that so many left. */
  void left(boolean first, Instant now, int messages) {
    turnTo(now);
    left += messages;
    leftToNew += first ? messages : 0;
  }

  private void turnTo(Instant now) {
    LocalDate day = now.atZone(zone).toLocalDate();
    if (!day.equals(today)) {
      today = day;
      left = 0;
      leftToNew = 0;
    }
  }

  Instant dayAfter(Instant now) {
    return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }
}
