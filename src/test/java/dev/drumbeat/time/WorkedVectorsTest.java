package dev.drumbeat.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked vectors of the semantics (§2.6) that need no anchor but the previous step. */
class WorkedVectorsTest {

  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private static final Map<String, List<Block>> WINDOWS =
      Map.of(
          "office", List.of(block("09:00", "17:00")),
          "night", List.of(block("22:00", "02:00")),
          "weekdays", List.of(block("00:00", "00:00")),
          "none", List.of());

  private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.parse("2026-12-25"));

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1, office, Europe/Berlin, 2026-06-04T10:00+02:00, 3, days, 2026-06-08T09:00+02:00",
    "2, office, Europe/Berlin, 2026-06-04T10:00+02:00, 3, businessDays, 2026-06-09T10:00+02:00",
    "3, office, Europe/Berlin, 2026-06-01T16:00+02:00, 2, hours, 2026-06-02T09:00+02:00",
    "4, office, Europe/Berlin, 2026-06-05T17:00+02:00, 0, minutes, 2026-06-08T09:00+02:00",
    "5, none, Europe/Berlin, 2026-03-27T10:00+01:00, 2, days, 2026-03-29T10:00+02:00",
    "5 in hours, none, Europe/Berlin, 2026-03-27T10:00+01:00, 48, hours, 2026-03-29T11:00+02:00",
    "6, none, Europe/Berlin, 2026-03-28T02:30+01:00, 1, days, 2026-03-29T03:30+02:00",
    "7, none, Europe/Berlin, 2026-10-24T02:30+02:00, 1, days, 2026-10-25T02:30+02:00",
    "8, office, America/New_York, 2026-10-30T09:00-04:00, 3, days, 2026-11-02T09:00-05:00",
    "9 Berlin, office, Europe/Berlin, 2026-06-02T08:00Z, 0, minutes, 2026-06-02T10:00+02:00",
    "9 New York, office, America/New_York, 2026-06-02T08:00Z, 0, minutes, 2026-06-02T09:00-04:00",
    "9 Kolkata, office, Asia/Kolkata, 2026-06-02T08:00Z, 0, minutes, 2026-06-02T13:30+05:30",
    "10, office, Europe/Berlin, 2026-12-23T11:00+01:00, 2, businessDays, 2026-12-28T11:00+01:00",
    "11, night, Europe/Berlin, 2026-06-03T03:00+02:00, 0, minutes, 2026-06-03T22:00+02:00",
    "14 first, weekdays, Europe/Berlin, 2026-06-01T17:00+02:00, 3, days, 2026-06-04T17:00+02:00",
    "14 second, weekdays, Europe/Berlin, 2026-06-04T17:00+02:00, 3, days, 2026-06-08T00:00+02:00"
  })
  void vector(
      String number,
      String window,
      ZoneId zone,
      OffsetDateTime sent,
      int value,
      String unit,
      OffsetDateTime result) {
    Delay delay = new Delay(value, DelayUnit.of(unit).orElseThrow());
    Schedule schedule = new Schedule(zone, WINDOWS.get(window), HOLIDAYS);

    Instant due = delay.after(sent.toInstant(), zone, HOLIDAYS);

    assertThat(schedule.firstOpen(due)).as("vector %s", number).isEqualTo(result.toInstant());
  }

  @Test
  void vector_14_with_the_time_of_day_kept() {
    Schedule weekdays = new Schedule(ZoneId.of("Europe/Berlin"), WINDOWS.get("weekdays"), HOLIDAYS);
    Instant sunday = Instant.parse("2026-06-07T15:00:00Z");

    assertThat(weekdays.firstOpenAtItsTime(sunday))
        .isEqualTo(Instant.parse("2026-06-08T15:00:00Z"));
  }

  private static Block block(String from, String to) {
    return new Block(WEEKDAYS, LocalTime.parse(from), LocalTime.parse(to));
  }
}
