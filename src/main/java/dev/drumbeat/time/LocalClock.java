package dev.drumbeat.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Between local times and moments, by the rules of a zone at that time (T18) and without a zoned
 * date in between.
 */
final class LocalClock {

  private static final long DAY = 24 * 60 * 60;

  private LocalClock() {}

  /**
   * The moment of a local time. The offset before a clock change moves a time that does not exist
   * forward by the length of the gap, and is that of the first of two (T17).
   */
  static Instant instant(LocalDate day, LocalTime time, ZoneId zone) {
    LocalDateTime local = day.atTime(time);
    return local.toInstant(zone.getRules().getOffset(local));
  }

  /** The local day of a moment, counted as {@link LocalDate#toEpochDay} does. */
  static long epochDay(Instant moment, ZoneId zone) {
    int offset = zone.getRules().getOffset(moment).getTotalSeconds();
    return Math.floorDiv(moment.getEpochSecond() + offset, DAY);
  }
}
