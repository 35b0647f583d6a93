package dev.drumbeat.campaign;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.drumbeat.time.Block;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps windows, a block a line such as {@code MONDAY,FRIDAY 09:00 17:00}, and holidays. */
final class ScheduleText {

  private ScheduleText() {}

  static @Nullable String windows(List<Block> blocks) {
    return blocks.isEmpty()
        ? null
        : blocks.stream().map(ScheduleText::window).collect(joining("\n"));
  }

  private static String window(Block block) {
    String days = block.days().stream().sorted().map(DayOfWeek::name).collect(joining(","));
    return days + " " + block.from() + " " + block.to();
  }

  static List<Block> windows(@Nullable String text) {
    return text == null ? List.of() : text.lines().map(ScheduleText::block).toList();
  }

  private static Block block(String line) {
    String[] parts = line.split(" ", -1);
    Set<DayOfWeek> days =
        Stream.of(parts[0].split(",", -1)).map(DayOfWeek::valueOf).collect(toSet());
    return new Block(days, LocalTime.parse(parts[1]), LocalTime.parse(parts[2]));
  }

  static @Nullable String holidays(Collection<LocalDate> days) {
    return days.isEmpty()
        ? null
        : days.stream().sorted().map(LocalDate::toString).collect(joining(","));
  }

  static Set<LocalDate> holidays(@Nullable String text) {
    return text == null
        ? Set.of()
        : Stream.of(text.split(",", -1)).map(LocalDate::parse).collect(toSet());
  }
}
