package dev.drumbeat.reply;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Until when somebody who is out of office is left alone: one working day longer than they say, or
 * a week when they do not say (§12.2).
 */
final class Away {

  private static final int UNSAID_DAYS = 7;
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private Away() {}

  static Instant until(
      @Nullable LocalDate returnOn, Instant receivedAt, ZoneId zone, Set<LocalDate> holidays) {
    if (returnOn == null) {
      return receivedAt.atZone(zone).plusDays(UNSAID_DAYS).toInstant();
    }
    LocalDate day = returnOn.plusDays(1);
    while (WEEKEND.contains(day.getDayOfWeek()) || holidays.contains(day)) {
      day = day.plusDays(1);
    }
    return day.atStartOfDay(zone).toInstant();
  }
}
