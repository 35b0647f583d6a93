package dev.drumbeat.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of the day in which sends may start, the same on each of its weekdays: from its start
 * until just before its end (T9). When it does not end after it starts it crosses midnight and
 * belongs to the day it starts on (T10); midnight to midnight is the whole day.
 */
public record Block(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

  public Block {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a block needs a weekday");
    }
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  /** Every day, all day. */
  static final Block ALWAYS =
      new Block(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  /** The first moment at or after {@code due} within the part that starts on that day, if any. */
  @Nullable Instant firstOpen(Instant due, LocalDate day, ZoneId zone) {
    if (!days.contains(day.getDayOfWeek())) {
      return null;
    }
    LocalDate lastDay = to.isAfter(from) ? day : day.plusDays(1);
    Instant end = LocalClock.instant(lastDay, to, zone);
    if (!due.isBefore(end)) {
      return null;
    }
    Instant start = LocalClock.instant(day, from, zone);
    Instant open = start.isAfter(due) ? start : due;
    // A block inside a spring gap may end before it starts: that day has none.
    return open.isBefore(end) ? open : null;
  }
}
