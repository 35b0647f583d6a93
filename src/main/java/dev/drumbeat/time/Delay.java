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

  /** The day so long after another; minutes and hours are no days. */
  public LocalDate daysAfter(LocalDate day, Set<LocalDate> holidays) {
    return days(day, 1, holidays);
  }

  /** The day so long before another. */
  public LocalDate daysBefore(LocalDate day, Set<LocalDate> holidays) {
    return days(day, -1, holidays);
  }

  private LocalDate days(LocalDate from, int direction, Set<LocalDate> holidays) {
    return switch (unit) {
      case DAYS -> from.plusDays((long) direction * value);
      case WEEKS -> from.plusWeeks((long) direction * value);
      case BUSINESS_DAYS -> businessDays(from, direction, holidays);
      case MINUTES, HOURS -> throw new IllegalStateException("a day plus " + unit.word());
    };
  }

  private LocalDate businessDays(LocalDate from, int direction, Set<LocalDate> holidays) {
    LocalDate day = from;
    for (int left = value; left > 0; ) {
      day = day.plusDays(direction);
      if (isBusinessDay(day, holidays)) {
        left--;
      }
    }
    return day;
  }

  private static Instant daysAfter(ZonedDateTime from, long days) {
    return on(from.toLocalDate().plusDays(days), from);
  }

  private Instant businessDaysAfter(ZonedDateTime from, Set<LocalDate> holidays) {
    return on(businessDays(from.toLocalDate(), 1, holidays), from);
  }

  private static boolean isBusinessDay(LocalDate day, Set<LocalDate> holidays) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !holidays.contains(day);
  }

  private static Instant on(LocalDate day, ZonedDateTime timeOf) {
    return LocalClock.instant(day, timeOf.toLocalTime(), timeOf.getZone());
  }
}
