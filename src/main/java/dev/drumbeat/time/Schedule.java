package dev.drumbeat.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When sends may start, on the clocks of the zone, or for some leads of another (T16): the blocks
 * of the week without the holidays (T14). No windows means every day, all day. Every schedule opens
 * at some time: each block has a weekday, and the holidays end.
 */
public record Schedule(ZoneId zone, List<Block> windows, Set<LocalDate> holidays, ZoneRule zones) {

  private static final int DAYS_TO_KEEP_TIME = 14;

  public Schedule {
    windows = List.copyOf(windows);
    holidays = Collections.unmodifiableSet(new TreeSet<>(holidays));
  }

  /** One whose zone is that of all leads. */
  public Schedule(ZoneId zone, List<Block> windows, Set<LocalDate> holidays) {
    this(zone, windows, holidays, ZoneRule.CAMPAIGN);
  }

  /** The same on the clocks of another zone. */
  public Schedule in(ZoneId other) {
    return other.equals(zone) ? this : new Schedule(other, windows, holidays, zones);
  }

  /** Never closed. */
  public static Schedule always(ZoneId zone) {
    return new Schedule(zone, List.of(), Set.of());
  }

  /** The first moment at or after {@code due} at which a send may start (T11). */
  public Instant firstOpen(Instant due) {
    if (windows.isEmpty() && holidays.isEmpty()) {
      return due;
    }
    // The block of the evening before may still be open.
    LocalDate day = LocalDate.ofEpochDay(LocalClock.epochDay(due, zone) - 1);
    Instant open = firstOpen(due, day);
    for (; open == null; open = firstOpen(due, day)) {
      day = day.plusDays(1);
    }
    return open.equals(due) ? due : orNextDay(due, day, open);
  }

  /**
   * The same on the first day that is open at the time of day at which it is due, which it keeps
   * ("keep time of day"). Where no day of two weeks is, the start of a block must do.
   */
  public Instant firstOpenAtItsTime(Instant due) {
    Instant open = firstOpen(due);
    LocalDate last = open.atZone(zone).toLocalDate().plusDays(DAYS_TO_KEEP_TIME);
    LocalDateTime local = due.atZone(zone).toLocalDateTime();
    for (Instant at = due;
        !local.toLocalDate().isAfter(last);
        at = local.atZone(zone).toInstant()) {
      if (firstOpen(at).equals(at)) {
        return at;
      }
      local = local.plusDays(1);
    }
    return open;
  }

  /** A block that starts in the gap of a clock change may move past one of the next day (T17). */
  private Instant orNextDay(Instant due, LocalDate day, Instant open) {
    if (LocalClock.epochDay(open, zone) == day.toEpochDay()) {
      return open;
    }
    return earlier(open, firstOpen(due, day.plusDays(1)));
  }

  private @Nullable Instant firstOpen(Instant due, LocalDate day) {
    if (holidays.contains(day)) {
      return null;
    }
    if (windows.isEmpty()) {
      return Block.ALWAYS.firstOpen(due, day, zone);
    }
    Instant first = null;
    for (Block block : windows) {
      Instant open = block.firstOpen(due, day, zone);
      first = first == null ? open : earlier(first, open);
    }
    return first;
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other == null || one.isBefore(other) ? one : other;
  }
}
