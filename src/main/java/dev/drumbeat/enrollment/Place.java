package dev.drumbeat.enrollment;

import dev.drumbeat.time.Schedule;
import dev.drumbeat.time.ZoneSource;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is: the next step, its position and when it is due, all of it null or last when
 * nothing comes any more, and the published version of the sequence for which these hold. Days
 * count from the enrollment (T2); the anchor is when the last step was sent, at first the
 * enrollment. The account stays the same for the whole run (R1), and the zone with it unless it is
 * that of the campaign.
 */
public record Place(
    long accountId,
    long stepId,
    int position,
    int version,
    @Nullable Instant dueAt,
    Instant enrolledAt,
    Instant anchorAt,
    ZoneId zone,
    ZoneSource zoneSource) {

  /** On the clocks of the campaign. */
  public Place(
      long accountId,
      long stepId,
      int position,
      int version,
      @Nullable Instant dueAt,
      Instant enrolledAt,
      Instant anchorAt,
      ZoneId zone) {
    this(
        accountId,
        stepId,
        position,
        version,
        dueAt,
        enrolledAt,
        anchorAt,
        zone,
        ZoneSource.CAMPAIGN);
  }

  /** The campaign's schedule on the clocks of this run (T16). */
  public Schedule on(Schedule ofCampaign) {
    return zoneSource == ZoneSource.CAMPAIGN ? ofCampaign : ofCampaign.in(zone);
  }
}
