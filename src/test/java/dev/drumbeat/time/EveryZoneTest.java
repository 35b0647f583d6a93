package dev.drumbeat.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks through ten years of a zone, an hour at a time around each clock change and about five days
 * at a time between. With {@code -Dzones=all} through every zone of the JDK, else through some.
 */
class EveryZoneTest {

  private static final int STEP_OF_SAMPLE = 40;

  /** Clocks that change around midnight, or by half an hour. */
  private static final Set<String> NAMED =
      Set.of("America/Scoresbysund", "America/Havana", "Australia/Lord_Howe", "Asia/Beirut");

  private static final Duration STRIDE = Duration.ofHours(115);
  private static final Duration NEAR = Duration.ofHours(30);

  static Stream<ZoneId> zones() {
    List<ZoneId> all = Schedules.allZones();
    boolean everyOne = "all".equals(System.getProperty("zones"));
    return IntStream.range(0, all.size())
        .filter(i -> everyOne || i % STEP_OF_SAMPLE == 0 || NAMED.contains(all.get(i).getId()))
        .mapToObj(all::get);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void ten_years_of_a_zone(ZoneId zone) {
    List<Instant> moments = moments(zone);
    for (Schedule schedule : schedules(zone)) {
      Instant last = Instant.MIN;
      for (Instant due : moments) {
        Instant open = schedule.firstOpen(due);

        assertThat(open).as("%s in %s", due, schedule).isAfterOrEqualTo(due);
        assertThat(open).as("%s in %s", due, schedule).isAfterOrEqualTo(last);
        assertThat(Openings.isOpen(schedule, open)).as("%s in %s", due, schedule).isTrue();
        assertThat(Openings.starts(schedule, due, open)).as("%s in %s", due, schedule).isEmpty();
        last = open;
      }
    }
  }

  private static List<Instant> moments(ZoneId zone) {
    List<Instant> moments = new ArrayList<>();
    Instant now = Schedules.START;
    for (ZoneOffsetTransition change : Schedules.changes(zone)) {
      for (; now.isBefore(change.getInstant().minus(NEAR)); now = now.plus(STRIDE)) {
        moments.add(now);
      }
      now = change.getInstant().minus(NEAR);
      for (; now.isBefore(change.getInstant().plus(NEAR)); now = now.plus(Duration.ofMinutes(30))) {
        moments.add(now);
      }
    }
    for (; now.isBefore(Schedules.END); now = now.plus(STRIDE)) {
      moments.add(now);
    }
    return moments;
  }

  /** Always the same for a zone, so that a failure comes again. */
  private static List<Schedule> schedules(ZoneId zone) {
    Random random = new Random(zone.getId().hashCode());
    return List.of(
        Schedule.always(zone),
        new Schedule(zone, List.of(block(random, 1)), Set.of()),
        new Schedule(zone, List.of(block(random, 1), block(random, 4)), Set.of()),
        new Schedule(zone, List.of(block(random, 15), block(random, 15)), Set.of()),
        new Schedule(zone, aroundChange(zone), Set.of()));
  }

  /** One block that starts in the middle of what a clock change passes over, one at its end. */
  private static List<Block> aroundChange(ZoneId zone) {
    return Schedules.changes(zone).stream()
        .filter(ZoneOffsetTransition::isGap)
        .findFirst()
        .map(
            gap -> {
              LocalTime middle =
                  gap.getDateTimeBefore().plus(gap.getDuration().dividedBy(2)).toLocalTime();
              LocalTime end = gap.getDateTimeAfter().toLocalTime();
              Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
              return List.of(
                  new Block(days, middle, middle.plusHours(2)),
                  new Block(days, end, end.plusHours(1)));
            })
        .orElse(List.of());
  }

  private static Block block(Random random, int minutes) {
    Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.SUNDAY);
    LocalTime from = LocalTime.MIDNIGHT.plusMinutes((long) minutes * random.nextInt(96));
    return new Block(days, from, from.plusMinutes(15L * (1 + random.nextInt(95))));
  }
}
