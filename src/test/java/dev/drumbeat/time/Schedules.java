package dev.drumbeat.time;

import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Zones, moments of ten years and schedules, chosen by chance; clock changes come up often. */
final class Schedules {

  static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  static final Instant END = Instant.parse("2034-01-01T00:00:00Z");

  private static final List<ZoneId> ZONES =
      new TreeSet<>(ZoneId.getAvailableZoneIds()).stream().map(ZoneId::of).toList();

  private static final Map<ZoneId, List<ZoneOffsetTransition>> CHANGES =
      ZONES.stream().collect(toMap(zone -> zone, Schedules::read));

  private Schedules() {}

  static List<ZoneId> allZones() {
    return ZONES;
  }

  static List<ZoneId> changingZones() {
    return ZONES.stream().filter(zone -> !changes(zone).isEmpty()).toList();
  }

  static Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZONES);
  }

  /** The clock changes of the ten years. */
  static List<ZoneOffsetTransition> changes(ZoneId zone) {
    return CHANGES.getOrDefault(zone, List.of());
  }

  private static List<ZoneOffsetTransition> read(ZoneId zone) {
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition next = zone.getRules().nextTransition(START);
    while (next != null && next.getInstant().isBefore(END)) {
      changes.add(next);
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return changes;
  }

  static Arbitrary<Instant> moments(ZoneId zone) {
    Arbitrary<Instant> any =
        Arbitraries.longs()
            .between(START.getEpochSecond(), END.getEpochSecond())
            .map(Instant::ofEpochSecond);
    List<ZoneOffsetTransition> changes = changes(zone);
    if (changes.isEmpty()) {
      return any;
    }
    Arbitrary<Instant> near =
        Combinators.combine(
                Arbitraries.of(changes), Arbitraries.integers().between(-36 * 60, 36 * 60))
            .as((change, minutes) -> change.getInstant().plus(Duration.ofMinutes(minutes)));
    return Arbitraries.oneOf(List.of(any, near));
  }

  /** Up to four windows, holidays near that moment. */
  static Arbitrary<Schedule> schedules(ZoneId zone, Instant due) {
    LocalDate day = due.atZone(zone).toLocalDate();
    Arbitrary<Set<LocalDate>> holidays =
        Arbitraries.integers().between(-1, 6).map(day::plusDays).set().ofMaxSize(4);
    return Combinators.combine(blocks().list().ofMaxSize(4), holidays)
        .as((windows, free) -> new Schedule(zone, windows, free));
  }

  private static Arbitrary<Block> blocks() {
    return Combinators.combine(Arbitraries.of(DayOfWeek.class).set().ofMinSize(1), times(), times())
        .as(
            (days, from, to) ->
                from.equals(to)
                    ? new Block(days, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)
                    : new Block(days, from, to));
  }

  /** Times near midnight and in the small hours, where clocks change, as often as all others. */
  private static Arbitrary<LocalTime> times() {
    return Arbitraries.oneOf(
            List.of(
                Arbitraries.integers().between(0, 95),
                Arbitraries.integers().between(0, 14),
                Arbitraries.integers().between(90, 95)))
        .map(quarter -> LocalTime.MIDNIGHT.plusMinutes(15L * quarter));
  }
}
