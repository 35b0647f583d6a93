package dev.drumbeat.web;

import dev.drumbeat.request.Actor;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Writes instants the way the reader is used to, in the reader's zone. */
public final class Times {

  private Times() {}

  /** Day and time, both in the words of the reader. */
  public static String text(Instant instant, Actor reader) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(reader.locale())
        .withZone(reader.zone())
        .format(instant);
  }
}
