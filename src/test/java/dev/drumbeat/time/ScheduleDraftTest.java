package dev.drumbeat.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Problems;
import dev.drumbeat.time.ScheduleDraft.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleDraftTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Problems problems = new Problems();

  @Test
  void a_schedule_is_read_as_it_was_written() {
    Schedule schedule =
        check(
            new ScheduleDraft(
                "America/New_York",
                List.of(new Window(List.of("MON", "fri"), "09:00", "24:00")),
                List.of("2026-12-25")));

    assertThat(problems.isEmpty()).isTrue();
    assertThat(schedule)
        .isEqualTo(
            new Schedule(
                ZoneId.of("America/New_York"),
                List.of(
                    new Block(
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(9, 0),
                        LocalTime.MIDNIGHT)),
                Set.of(LocalDate.of(2026, 12, 25))));
  }

  @Test
  void what_is_left_out_is_always_open_in_the_zone_at_hand() {
    assertThat(check(new ScheduleDraft(null, null, null))).isEqualTo(Schedule.always(BERLIN));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Nowhere/Land, MON, 09:00, 17:00, 2026-12-25, schedule.zone, zone",
        "+02:00, MON, 09:00, 17:00, 2026-12-25, schedule.zone, zone",
        "-, -, 09:00, 17:00, 2026-12-25, schedule.windows[0].days, required",
        "-, Monday, 09:00, 17:00, 2026-12-25, schedule.windows[0].days, weekday",
        "-, MON, -, 17:00, 2026-12-25, schedule.windows[0].from, required",
        "-, MON, 9, 17:00, 2026-12-25, schedule.windows[0].from, time",
        "-, MON, 24:00, 17:00, 2026-12-25, schedule.windows[0].from, time",
        "-, MON, 09:00, 25:00, 2026-12-25, schedule.windows[0].to, time",
        "-, MON, 09:00, 09:00, 2026-12-25, schedule.windows[0], window-empty",
        "-, MON, 09:00, 17:00, 25.12.2026, schedule.holidays[0], date"
      })
  void what_cannot_be_understood_is_named(
      @Nullable String zone,
      @Nullable String day,
      @Nullable String from,
      String to,
      String holiday,
      String field,
      String problem) {
    check(
        new ScheduleDraft(
            zone,
            List.of(new Window(day == null ? null : List.of(day), from, to)),
            List.of(holiday)));

    assertThat(refusal().problems())
        .extracting(InvalidInput.Problem::field, p -> p.reason().key())
        .containsExactly(tuple(field, "drumbeat.invalid." + problem));
  }

  @Test
  void there_is_a_limit_to_windows_and_holidays() {
    Window window = new Window(List.of("MON"), "09:00", "17:00");

    check(
        new ScheduleDraft(
            null, Collections.nCopies(51, window), Collections.nCopies(1001, "2026-12-25")));

    assertThat(refusal().problems())
        .extracting(InvalidInput.Problem::field)
        .containsExactly("schedule.windows", "schedule.holidays");
  }

  private Schedule check(ScheduleDraft draft) {
    return draft.check("schedule", BERLIN, problems);
  }

  private InvalidInput refusal() {
    return catchThrowableOfType(InvalidInput.class, problems::refuse);
  }
}
