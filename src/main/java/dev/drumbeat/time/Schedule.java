package dev.drumbeat.time;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * When sends may start, in one zone: the blocks of the week without the holidays (T14). No windows
 * means every day, all day. Every schedule opens at some time: each block has a weekday, and the
 * holidays end.
 */
public record Schedule(ZoneId zone, List<Block> windows, Set<LocalDate> holidays) {

  public Schedule {
    windows = List.copyOf(windows);
    holidays = Collections.unmodifiableSet(new TreeSet<>(holidays));
  }

  /** Never closed. */
  public static Schedule always(ZoneId zone) {
    return new Schedule(zone, List.of(), Set.of());
  }

  /** The first moment at or after {@code due} at which a send may start (T11). */
  public Instant firstOpen(Instant due) {
    // The block of the evening before may still be open.
    LocalDate day = due.atZone(zone).toLocalDate().minusDays(1);
    Optional<Instant> open = Optional.empty();
    for (; open.isEmpty(); day = day.plusDays(1)) {
      open = holidays.contains(day) ? Optional.empty() : firstOpen(due, day);
    }
    return open.get();
  }

  private Optional<Instant> firstOpen(Instant due, LocalDate day) {
    List<Block> blocks = windows.isEmpty() ? List.of(Block.ALWAYS) : windows;
    return blocks.stream()
        .flatMap(block -> block.firstOpen(due, day, zone).stream())
        .min(naturalOrder());
  }
}
