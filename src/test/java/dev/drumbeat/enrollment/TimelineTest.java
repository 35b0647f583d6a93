package dev.drumbeat.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.sequence.Mail;
import dev.drumbeat.sequence.SequenceVersion;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.Timing;
import dev.drumbeat.time.Block;
import dev.drumbeat.time.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant MONDAY_AT_TEN = at("2026-06-01T10:00+02:00");
  private static final Schedule OFFICE =
      new Schedule(
          BERLIN,
          List.of(
              new Block(
                  EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                  LocalTime.of(9, 0),
                  LocalTime.of(17, 0))),
          Set.of());

  @Test
  void days_of_enrollment_are_those_of_vector_13() {
    assertThat(taken(OFFICE, MONDAY_AT_TEN, Duration.ZERO, day(1), day(3), day(6), day(9)))
        .containsExactly(
            at("2026-06-01T10:00+02:00"),
            at("2026-06-03T10:00+02:00"),
            at("2026-06-08T09:00+02:00"),
            at("2026-06-09T10:00+02:00"));
  }

  @Test
  void a_step_that_left_late_keeps_the_next_one_a_day_away() {
    Duration late = Duration.ofHours(70);

    assertThat(taken(Schedule.always(BERLIN), MONDAY_AT_TEN, late, day(1), day(3)))
        .containsExactly(at("2026-06-01T10:00+02:00"), at("2026-06-05T08:00+02:00"));
  }

  @Test
  void a_time_of_day_of_its_own_counts_on_that_day() {
    assertThat(taken(OFFICE, MONDAY_AT_TEN, Duration.ZERO, day(2, LocalTime.of(15, 30))))
        .containsExactly(at("2026-06-02T15:30+02:00"));
  }

  @Test
  void the_first_day_is_never_before_the_enrollment() {
    assertThat(taken(OFFICE, MONDAY_AT_TEN, Duration.ZERO, day(1, LocalTime.of(9, 0))))
        .containsExactly(MONDAY_AT_TEN);
  }

  @Test
  void a_day_on_which_the_clock_changes_has_the_same_time_of_day() {
    Instant friday = at("2026-03-27T02:30+01:00");

    assertThat(taken(Schedule.always(BERLIN), friday, Duration.ZERO, day(3), day(4)))
        .containsExactly(at("2026-03-29T03:30+02:00"), at("2026-03-30T03:30+02:00"));
  }

  /** When the steps are due for a lead whose mails leave that much late. */
  private static List<Instant> taken(
      Schedule schedule, Instant enrolledAt, Duration late, Timing... timings) {
    Timeline timeline = new Timeline(new SequenceVersion(1, 1, steps(timings)), schedule);
    List<Instant> due = new ArrayList<>();
    Optional<DueStep> next = timeline.first(enrolledAt);
    while (next.isPresent()) {
      due.add(next.get().dueAt());
      next = timeline.after(place(next.get(), enrolledAt), next.get().dueAt().plus(late));
    }
    return due;
  }

  private static Place place(DueStep due, Instant enrolledAt) {
    Step step = due.step();
    return new Place(1, step.id(), step.position(), 1, due.dueAt(), enrolledAt, enrolledAt, BERLIN);
  }

  private static List<Step> steps(Timing... timings) {
    List<Step> steps = new ArrayList<>();
    for (Timing timing : timings) {
      int place = steps.size() + 1;
      steps.add(new Step(place, place, new Mail("Hello", null, "Hi", false), timing, null));
    }
    return steps;
  }

  private static Timing day(int day) {
    return day(day, null);
  }

  private static Timing day(int day, @Nullable LocalTime at) {
    return new Timing.OnDay(day, at);
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
