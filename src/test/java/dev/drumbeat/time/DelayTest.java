package dev.drumbeat.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelayTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest(name = "{0} + {1} {2} = {3}")
  @CsvSource({
    // elapsed time (T5), across both clock changes
    "2026-03-29T01:30+01:00, 45, minutes, 2026-03-29T03:15+02:00",
    "2026-03-28T10:00+01:00, 24, hours, 2026-03-29T11:00+02:00",
    "2026-10-24T10:00+02:00, 24, hours, 2026-10-25T09:00+01:00",
    // calendar days keep the local time (T6)
    "2026-03-27T10:00+01:00, 2, days, 2026-03-29T10:00+02:00",
    "2026-10-24T10:00+02:00, 1, days, 2026-10-25T10:00+01:00",
    "2026-03-25T10:00+01:00, 1, weeks, 2026-04-01T10:00+02:00",
    // a local time that does not exist, one that occurs twice (T17)
    "2026-03-28T02:30+01:00, 1, days, 2026-03-29T03:30+02:00",
    "2026-03-22T02:30+01:00, 1, weeks, 2026-03-29T03:30+02:00",
    "2026-10-24T02:30+02:00, 1, days, 2026-10-25T02:30+02:00",
    "2026-10-18T02:30+02:00, 1, weeks, 2026-10-25T02:30+02:00",
    // from the second 02:30 of the night
    "2026-10-25T02:30+01:00, 1, days, 2026-10-26T02:30+01:00",
    // business days skip Saturday and Sunday (T7)
    "2026-06-04T10:00+02:00, 3, businessDays, 2026-06-09T10:00+02:00",
    "2026-06-05T18:00+02:00, 1, businessDays, 2026-06-08T18:00+02:00",
    "2026-06-06T10:00+02:00, 1, businessDays, 2026-06-08T10:00+02:00",
    "2026-03-27T02:30+01:00, 1, businessDays, 2026-03-30T02:30+02:00",
    // zero is at once, whatever the unit
    "2026-06-06T10:00+02:00, 0, businessDays, 2026-06-06T10:00+02:00",
    "2026-10-25T02:30+01:00, 0, days, 2026-10-25T02:30+01:00"
  })
  void a_delay_is_over(OffsetDateTime from, int value, String unit, OffsetDateTime over) {
    assertThat(after(from, value, unit, Set.of())).isEqualTo(over.toInstant());
  }

  @Test
  void business_days_skip_holidays() {
    assertThat(
            after(
                OffsetDateTime.parse("2026-12-23T11:00+01:00"),
                2,
                "businessDays",
                Set.of(LocalDate.parse("2026-12-25"))))
        .isEqualTo(Instant.parse("2026-12-28T10:00:00Z"));
  }

  @Test
  void calendar_days_do_not_know_holidays() {
    assertThat(
            after(
                OffsetDateTime.parse("2026-12-24T11:00+01:00"),
                1,
                "days",
                Set.of(LocalDate.parse("2026-12-25"))))
        .isEqualTo(Instant.parse("2026-12-25T10:00:00Z"));
  }

  @Test
  void the_day_is_the_day_of_the_zone() {
    Instant saturdayInTokyo = Instant.parse("2026-06-05T16:00:00Z");
    Delay oneBusinessDay = new Delay(1, DelayUnit.BUSINESS_DAYS);

    assertThat(oneBusinessDay.after(saturdayInTokyo, ZoneId.of("Asia/Tokyo"), Set.of()))
        .isEqualTo(Instant.parse("2026-06-07T16:00:00Z"));
  }

  @Test
  void a_day_that_a_zone_never_had_is_passed_over() {
    Instant dayBefore = Instant.parse("2011-12-29T20:00:00Z");

    assertThat(new Delay(1, DelayUnit.DAYS).after(dayBefore, ZoneId.of("Pacific/Apia"), Set.of()))
        .isEqualTo(Instant.parse("2011-12-30T20:00:00Z"));
  }

  @Test
  void a_delay_never_goes_back() {
    assertThatThrownBy(() -> new Delay(-1, DelayUnit.DAYS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Instant after(OffsetDateTime from, int value, String unit, Set<LocalDate> free) {
    return new Delay(value, DelayUnit.of(unit).orElseThrow()).after(from.toInstant(), BERLIN, free);
  }
}
