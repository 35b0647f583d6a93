package dev.drumbeat.audience;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What administrators decide about all campaigns.
 *
 * @param mostIssues how many issues an audience may have at most
 * @param confirmAbove a launch to more people than this asks for their number to be typed
 * @param zone of new campaigns that name none; null is the zone of whoever makes one
 * @param holidays of new campaigns that name none (T14)
 */
public record InstanceRules(
    int mostIssues, int confirmAbove, @Nullable ZoneId zone, List<LocalDate> holidays) {

  /** Until an administrator says otherwise. */
  public static final InstanceRules USUAL =
      new InstanceRules(AudienceRule.MOST_ISSUES, 500, null, List.of());

  public InstanceRules {
    holidays = List.copyOf(holidays);
  }
}
