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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest(name = "{0} opens {1}")
  @CsvSource({
    "2026-06-02T08:59:59.999+02:00, 2026-06-02T09:00+02:00",
    "2026-06-02T09:00+02:00, 2026-06-02T09:00+02:00",
    "2026-06-02T16:59:59.999+02:00, 2026-06-02T16:59:59.999+02:00",
    "2026-06-02T17:00+02:00, 2026-06-03T09:00+02:00",
    "2026-06-05T17:00+02:00, 2026-06-08T09:00+02:00",
    "2026-06-07T12:00+02:00, 2026-06-08T09:00+02:00",
    // offsets are those of the target: the clock changes between due and open (T18)
    "2026-03-28T10:00+01:00, 2026-03-30T09:00+02:00",
    "2026-10-24T10:00+02:00, 2026-10-26T09:00+01:00"
  })
  void office_hours(OffsetDateTime due, OffsetDateTime opens) {
    assertThat(officeHours(BERLIN).firstOpen(due.toInstant())).isEqualTo(opens.toInstant());
  }

  @ParameterizedTest(name = "{0} opens at {1}")
  @CsvSource({
    "Europe/Berlin, 2026-06-02T08:00:00Z",
    "America/New_York, 2026-06-02T13:00:00Z",
    "Asia/Kolkata, 2026-06-02T08:00:00Z"
  })
  void office_hours_are_those_of_the_zone(String zone, Instant opens) {
    Instant due = Instant.parse("2026-06-02T08:00:00Z");

    assertThat(officeHours(ZoneId.of(zone)).firstOpen(due)).isEqualTo(opens);
  }

  @Test
  void the_weekday_is_the_local_one() {
    Instant sundayInUtc = Instant.parse("2026-06-07T22:30:00Z");
    Schedule mondays =
        new Schedule(
            ZoneId.of("Asia/Tokyo"),
            List.of(block(EnumSet.of(DayOfWeek.MONDAY), "00:00", "09:00")),
            Set.of());

    assertThat(mondays.firstOpen(sundayInUtc)).isEqualTo(sundayInUtc);
  }

  @ParameterizedTest(name = "{0} opens {1}")
  @CsvSource({
    "2026-06-03T03:00+02:00, 2026-06-03T22:00+02:00",
    "2026-06-03T01:59+02:00, 2026-06-03T01:59+02:00",
    "2026-06-03T02:00+02:00, 2026-06-03T22:00+02:00",
    "2026-06-06T01:00+02:00, 2026-06-06T01:00+02:00",
    "2026-06-06T02:00+02:00, 2026-06-08T22:00+02:00",
    "2026-06-08T01:00+02:00, 2026-06-08T22:00+02:00"
  })
  void overnight_window_belongs_to_the_day_it_starts_on(OffsetDateTime due, OffsetDateTime opens) {
    assertThat(opensIn(block(weekdays(), "22:00", "02:00"), due)).isEqualTo(opens.toInstant());
  }

  @Test
  void a_holiday_has_no_block_but_the_night_before_runs_on() {
    Schedule nights =
        new Schedule(
            BERLIN,
            List.of(block(weekdays(), "22:00", "02:00")),
            Set.of(LocalDate.parse("2026-06-03")));

    assertThat(nights.firstOpen(Instant.parse("2026-06-02T23:00:00Z")))
        .isEqualTo(Instant.parse("2026-06-02T23:00:00Z"));
    assertThat(nights.firstOpen(Instant.parse("2026-06-03T20:00:00Z")))
        .isEqualTo(Instant.parse("2026-06-04T20:00:00Z"));
  }

  @Test
  void the_earliest_of_several_blocks_opens() {
    Schedule twice =
        new Schedule(
            BERLIN,
            List.of(block(weekdays(), "14:00", "16:00"), block(weekdays(), "09:00", "11:00")),
            Set.of());

    assertThat(twice.firstOpen(Instant.parse("2026-06-02T05:00:00Z")))
        .isEqualTo(Instant.parse("2026-06-02T07:00:00Z"));
    assertThat(twice.firstOpen(Instant.parse("2026-06-02T09:00:00Z")))
        .isEqualTo(Instant.parse("2026-06-02T12:00:00Z"));
  }

  @ParameterizedTest(name = "{0}-{1}: {2} opens {3}")
  @CsvSource({
    // starts in the gap: moves forward by its length
    "02:30, 05:00, 2026-03-29T00:00+01:00, 2026-03-29T03:30+02:00",
    // lies wholly in the gap: none on that day
    "02:00, 03:00, 2026-03-29T00:00+01:00, 2026-03-30T02:00+02:00",
    "02:30, 03:00, 2026-03-29T00:00+01:00, 2026-03-30T02:30+02:00",
    // the first of two, once
    "02:30, 05:00, 2026-10-25T00:00+02:00, 2026-10-25T02:30+02:00",
    "02:00, 02:30, 2026-10-25T02:10+02:00, 2026-10-25T02:10+02:00",
    "02:00, 02:30, 2026-10-25T02:10+01:00, 2026-10-26T02:00+01:00"
  })
  void the_night_the_clock_changes(
      String from, String to, OffsetDateTime due, OffsetDateTime opens) {
    Block nightly = block(EnumSet.allOf(DayOfWeek.class), from, to);

    assertThat(opensIn(nightly, due)).isEqualTo(opens.toInstant());
  }

  @Test
  void a_block_that_a_gap_moves_past_midnight_does_not_hide_the_next_day() {
    ZoneId zone = ZoneId.of("America/Scoresbysund");
    // On Saturday, 2026-03-28, 23:00 is followed by Sunday, 00:00.
    Schedule nightly =
        new Schedule(
            zone,
            List.of(
                block(EnumSet.of(DayOfWeek.SATURDAY), "23:30", "04:00"),
                block(EnumSet.of(DayOfWeek.SUNDAY), "00:00", "03:00")),
            Set.of());
    Instant midnight = LocalDate.parse("2026-03-29").atStartOfDay(zone).toInstant();

    assertThat(nightly.firstOpen(midnight.minusSeconds(7_200))).isEqualTo(midnight);
    assertThat(nightly.firstOpen(midnight)).isEqualTo(midnight);
  }

  @Test
  void without_windows_it_is_always_open_except_on_holidays() {
    Instant christmasEve = Instant.parse("2026-12-24T22:59:59.999Z");
    Instant christmas = Instant.parse("2026-12-24T23:00:00Z");
    Schedule closedOnce = new Schedule(BERLIN, List.of(), Set.of(LocalDate.parse("2026-12-25")));

    assertThat(Schedule.always(BERLIN).firstOpen(christmas)).isEqualTo(christmas);
    assertThat(closedOnce.firstOpen(christmasEve)).isEqualTo(christmasEve);
    assertThat(closedOnce.firstOpen(christmas)).isEqualTo(Instant.parse("2026-12-25T23:00:00Z"));
  }

  @ParameterizedTest(name = "{0} opens {1}")
  @CsvSource({
    "2026-06-02T10:00+02:00, 2026-06-02T10:00+02:00",
    "2026-06-06T10:30+02:00, 2026-06-08T10:30+02:00",
    // on a Saturday before the clock changes
    "2026-03-28T10:30+01:00, 2026-03-30T10:30+02:00",
    // never open at that time of day
    "2026-06-05T18:00+02:00, 2026-06-08T09:00+02:00"
  })
  void office_hours_at_the_time_of_day(OffsetDateTime due, OffsetDateTime opens) {
    assertThat(officeHours(BERLIN).firstOpenAtItsTime(due.toInstant()))
        .isEqualTo(opens.toInstant());
  }

  private static Instant opensIn(Block block, OffsetDateTime due) {
    return new Schedule(BERLIN, List.of(block), Set.of()).firstOpen(due.toInstant());
  }

  private static Schedule officeHours(ZoneId zone) {
    return new Schedule(zone, List.of(block(weekdays(), "09:00", "17:00")), Set.of());
  }

  private static Block block(Set<DayOfWeek> days, String from, String to) {
    return new Block(days, LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Set<DayOfWeek> weekdays() {
    return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  }
}
