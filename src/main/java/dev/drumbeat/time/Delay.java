package dev.drumbeat.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** How long after one thing the next is due; zero is at once. */
public record Delay(int value, DelayUnit unit) {

  /** No delay at all. */
  public static final Delay NONE = new Delay(0, DelayUnit.MINUTES);

  /** Calendar days (T6). */
  public static Delay days(int value) {
    return new Delay(value, DelayUnit.DAYS);
  }

  public Delay {
    if (value < 0) {
      throw new IllegalArgumentException("delay " + value + " " + unit.word());
    }
  }

  /** When the delay is over. Days are those of the zone; holidays only matter to business days. */
  public Instant after(Instant from, ZoneId zone, Set<LocalDate> holidays) {
    if (value == 0) {
      return from;
    }
    return switch (unit) {
      case MINUTES -> from.plus(Duration.ofMinutes(value));
      case HOURS -> from.plus(Duration.ofHours(value));
      case DAYS -> daysAfter(from.atZone(zone), value);
      case WEEKS -> daysAfter(from.atZone(zone), 7L * value);
      case BUSINESS_DAYS -> businessDaysAfter(from.atZone(zone), holidays);
    };
  }

  private static Instant daysAfter(ZonedDateTime from, long days) {
    return on(from.toLocalDate().plusDays(days), from);
  }

  private Instant businessDaysAfter(ZonedDateTime from, Set<LocalDate> holidays) {
    LocalDate day = from.toLocalDate();
    for (int left = value; left > 0; ) {
      day = day.plusDays(1);
      if (isBusinessDay(day, holidays)) {
        left--;
      }
    }
    return on(day, from);
  }

  private static boolean isBusinessDay(LocalDate day, Set<LocalDate> holidays) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !holidays.contains(day);
  }

  private static Instant on(LocalDate day, ZonedDateTime timeOf) {
    return LocalClock.instant(day, timeOf.toLocalTime(), timeOf.getZone());
  }
}
