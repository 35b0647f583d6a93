package dev.drumbeat.report;

import dev.drumbeat.audience.Suppression;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.mail.MailAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One page of people that were found, and whether it is the last. */
public record LeadList(List<Line> lines, boolean isLast) {

  public LeadList {
    lines = List.copyOf(lines);
  }

  /**
   * One person by the newest run that was found; null for an address that was only suppressed.
   *
   * @param forbidden what forbids every campaign to write there
   */
  public record Line(
      MailAddress address,
      @Nullable Enrollment newest,
      @Nullable Campaign campaign,
      Optional<Suppression> forbidden) {

    static Line of(
        Enrollment run, Map<Long, Campaign> campaigns, Map<MailAddress, Suppression> forbidden) {
      MailAddress address = run.lead().address();
      return new Line(
          address,
          run,
          campaigns.get(run.campaignId()),
          Optional.ofNullable(forbidden.get(address)));
    }
  }
}
