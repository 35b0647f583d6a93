package dev.drumbeat.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a schedule is open, told in another way than the schedule does: every opening of the days
 * around is written down, and a moment is looked for among them.
 */
final class Openings {

  private Openings() {}

  /** From its start until just before its end. */
  private record Opening(Instant start, Instant end) {

    boolean holds(Instant moment) {
      return !moment.isBefore(start) && moment.isBefore(end);
    }
  }

  static boolean isOpen(Schedule schedule, Instant moment) {
    return around(schedule, moment, moment).anyMatch(opening -> opening.holds(moment));
  }

  /** The openings that begin after the one moment and before the other. */
  static List<Instant> starts(Schedule schedule, Instant after, Instant before) {
    return around(schedule, after, before)
        .map(Opening::start)
        .filter(start -> start.isAfter(after) && start.isBefore(before))
        .toList();
  }

  private static Stream<Opening> around(Schedule schedule, Instant from, Instant to) {
    LocalDate first = from.atZone(schedule.zone()).toLocalDate().minusDays(2);
    LocalDate last = to.atZone(schedule.zone()).toLocalDate().plusDays(2);
    List<Block> blocks = schedule.windows().isEmpty() ? List.of(Block.ALWAYS) : schedule.windows();
    return first
        .datesUntil(last)
        .filter(day -> !schedule.holidays().contains(day))
        .flatMap(
            day ->
                blocks.stream()
                    .filter(block -> block.days().contains(day.getDayOfWeek()))
                    .map(block -> opening(block, day, schedule.zone())))
        .filter(opening -> opening.start().isBefore(opening.end()));
  }

  private static Opening opening(Block block, LocalDate day, ZoneId zone) {
    boolean overnight = !block.from().isBefore(block.to());
    return new Opening(
        instant(day.atTime(block.from()), zone),
        instant((overnight ? day.plusDays(1) : day).atTime(block.to()), zone));
  }

  /** In a gap by the offset before it, which is forward by its length; of two the first (T17). */
  private static Instant instant(LocalDateTime local, ZoneId zone) {
    var change = zone.getRules().getTransition(local);
    return local.toInstant(
        change == null ? zone.getRules().getOffset(local) : change.getOffsetBefore());
  }
}
