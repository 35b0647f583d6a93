package dev.drumbeat.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds in every zone of the JDK for any windows, around clock changes above all. */
class SchedulePropertiesTest {

  @Property
  void a_send_starts_never_before_it_is_due(@ForAll("cases") Case some) {
    assertThat(some.open()).isAfterOrEqualTo(some.due());
  }

  @Property
  void a_send_starts_inside_a_window(@ForAll("cases") Case some) {
    assertThat(Openings.isOpen(some.schedule(), some.open()))
        .as("open at %s", some.open())
        .isTrue();
  }

  @Property
  void what_is_due_inside_a_window_is_sent_at_once(@ForAll("cases") Case some) {
    if (Openings.isOpen(some.schedule(), some.due())) {
      assertThat(some.open()).isEqualTo(some.due());
    }
  }

  @Property
  void no_window_is_passed_over(@ForAll("cases") Case some) {
    assertThat(Openings.starts(some.schedule(), some.due(), some.open())).isEmpty();
  }

  @Property
  void what_is_due_later_is_never_sent_earlier(
      @ForAll("cases") Case some, @ForAll("minutes") int minutes) {
    Instant later = some.due().plus(Duration.ofMinutes(minutes));

    assertThat(some.schedule().firstOpen(later)).isAfterOrEqualTo(some.open());
  }

  @Property
  void what_is_open_stays_where_it_is(@ForAll("cases") Case some) {
    assertThat(some.schedule().firstOpen(some.open())).isEqualTo(some.open());
  }

  @Property
  void a_repeated_hour_is_no_second_day(@ForAll("changes") Change change) {
    LocalDateTime local = change.local();
    Instant once = local.minusDays(1).atZone(change.zone()).toInstant();

    Instant next = new Delay(1, DelayUnit.DAYS).after(once, change.zone(), Set.of());
    Instant after = new Delay(1, DelayUnit.DAYS).after(next, change.zone(), Set.of());

    assertThat(Duration.between(next, after)).isGreaterThan(Duration.ofHours(12));
    if (change.transition().isOverlap()) {
      assertThat(next).isEqualTo(local.toInstant(change.transition().getOffsetBefore()));
    }
  }

  @Property
  void a_time_that_does_not_exist_moves_forward_by_the_gap(@ForAll("changes") Change change) {
    ZoneOffsetTransition transition = change.transition();
    if (transition.isGap()) {
      LocalDate day = change.local().toLocalDate();
      Instant dayBefore =
          day.minusDays(1).atTime(change.local().toLocalTime()).atZone(change.zone()).toInstant();

      Instant due = new Delay(1, DelayUnit.DAYS).after(dayBefore, change.zone(), Set.of());

      assertThat(due.atZone(change.zone()).toLocalDateTime())
          .isEqualTo(change.local().plus(transition.getDuration()));
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Schedules.zones()
        .flatMap(
            zone ->
                Schedules.moments(zone)
                    .flatMap(due -> Schedules.schedules(zone, due).map(all -> new Case(all, due))));
  }

  @Provide
  Arbitrary<Integer> minutes() {
    return Arbitraries.integers().between(0, 3 * 24 * 60);
  }

  /** A local time within a gap, or one that occurs twice. */
  @Provide
  Arbitrary<Change> changes() {
    return Arbitraries.of(Schedules.changingZones())
        .flatMap(
            zone ->
                Arbitraries.of(Schedules.changes(zone))
                    .flatMap(
                        t ->
                            Arbitraries.longs()
                                .between(0, t.getDuration().abs().toMinutes() - 1)
                                .map(minutes -> Change.of(zone, t, minutes))));
  }

  /** A moment at which something is due by a schedule. */
  record Case(Schedule schedule, Instant due) {

    Instant open() {
      return schedule.firstOpen(due);
    }
  }

  /** A local time that a clock change passes over or lets occur twice. */
  record Change(ZoneId zone, ZoneOffsetTransition transition, LocalDateTime local) {

    static Change of(ZoneId zone, ZoneOffsetTransition transition, long minutes) {
      LocalDateTime first =
          Stream.of(transition.getDateTimeBefore(), transition.getDateTimeAfter())
              .min(LocalDateTime::compareTo)
              .orElseThrow();
      return new Change(zone, transition, first.plusMinutes(minutes));
    }
  }
}
