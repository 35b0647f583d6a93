package dev.drumbeat.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.time.Block;
import dev.drumbeat.time.Delay;
import dev.drumbeat.time.DelayUnit;
import dev.drumbeat.time.Schedule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate CONTRACT_END = LocalDate.parse("2026-12-31");
  private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.parse("2026-12-25"));
  private static final Schedule OFFICE =
      new Schedule(
          BERLIN,
          List.of(
              new Block(
                  EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                  LocalTime.of(9, 0),
                  LocalTime.of(17, 0))),
          HOLIDAYS);

  @ParameterizedTest(name = "{1} {2} {0}")
  @CsvSource({
    "BEFORE, 90, days, 2026-10-02T09:00+02:00",
    "BEFORE, 60, days, 2026-11-02T09:00+01:00",
    "BEFORE, 30, days, 2026-12-01T09:00+01:00",
    "BEFORE, 0, days, 2026-12-31T09:00+01:00",
    "BEFORE, 2, weeks, 2026-12-17T09:00+01:00",
    "BEFORE, 5, businessDays, 2026-12-23T09:00+01:00",
    "AFTER, 1, days, 2027-01-01T09:00+01:00",
    "AFTER, 1, businessDays, 2027-01-01T09:00+01:00",
    "AFTER, 2, businessDays, 2027-01-04T09:00+01:00"
  })
  void a_step_by_a_date_is_due_as_in_vector_12(
      Timing.Side side, int value, String unit, OffsetDateTime result) {
    Timing.ByDate byDate =
        new Timing.ByDate(
            "customfield_10001",
            side,
            new Delay(value, DelayUnit.of(unit).orElseThrow()),
            LocalTime.of(9, 0),
            Timing.Late.SKIP);

    assertThat(OFFICE.firstOpen(byDate.from(CONTRACT_END, BERLIN, HOLIDAYS)))
        .isEqualTo(result.toInstant());
  }
}
