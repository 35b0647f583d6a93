package dev.drumbeat.report;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Turnout;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign would do if it were launched now (§20): whom it would write to, when its mails
 * would leave, what would stop the launch and what its owner should know.
 */
public record Forecast(
    Campaign campaign,
    Instant startAt,
    Turnout turnout,
    Flow flow,
    @Nullable Integer mostPerDay,
    List<Remark> blockers,
    List<Remark> warnings) {

  public Forecast {
    blockers = List.copyOf(blockers);
    warnings = List.copyOf(warnings);
  }

  Forecast with(List<Remark> found) {
    return new Forecast(campaign, startAt, turnout, flow, mostPerDay, blockers, found);
  }
}
