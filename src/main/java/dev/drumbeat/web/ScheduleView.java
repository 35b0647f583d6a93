package dev.drumbeat.web;

import dev.drumbeat.time.Block;
import dev.drumbeat.time.Schedule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schedule as REST prints it, in the words in which it is written. */
record ScheduleView(
    String zone,
    String zoneOf,
    @Nullable String zoneField,
    List<Window> windows,
    List<String> holidays) {

  static ScheduleView of(Schedule schedule) {
    return new ScheduleView(
        schedule.zone().getId(),
        schedule.zones().whose().word(),
        schedule.zones().field(),
        schedule.windows().stream().map(Window::of).toList(),
        schedule.holidays().stream().map(LocalDate::toString).toList());
  }

  /** A part of some days. */
  record Window(List<String> days, String from, String to) {

    private static Window of(Block block) {
      return new Window(
          block.days().stream().map(day -> day.name().substring(0, 3)).toList(),
          block.from().toString(),
          block.to().equals(LocalTime.MIDNIGHT) ? "24:00" : block.to().toString());
    }
  }
}
