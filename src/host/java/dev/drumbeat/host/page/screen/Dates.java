package dev.drumbeat.host.page.screen;

import dev.drumbeat.host.user.HostUser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes times as the reader is used to: language and zone are the reader's. */
public final class Dates {

  private final ZoneId zone;
  private final DateTimeFormatter time;
  private final DateTimeFormatter day;

  Dates(HostUser reader, Locale locale) {
    zone = reader == null ? ZoneOffset.UTC : reader.zone();
    time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(zone);
    day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
  }

  /** Day and time in the zone of the reader. */
  public String time(Instant instant) {
    return time.format(instant);
  }

  /** The day alone. */
  public String day(LocalDate date) {
    return day.format(date);
  }

  /** The reader's zone; UTC for somebody who is not logged in. */
  public String zone() {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }
}
