package dev.drumbeat.time;

import dev.drumbeat.request.Problems;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns one written window into a block and notes every problem below its path. */
final class WindowCheck {

  private final String path;
  private final Problems problems;

  WindowCheck(String path, Problems problems) {
    this.path = path;
    this.problems = problems;
  }

  Block check(ScheduleDraft.Window window) {
    Set<DayOfWeek> days = days(window.days());
    LocalTime from = time(path + ".from", window.from());
    LocalTime to =
        "24:00".equals(window.to()) ? LocalTime.MIDNIGHT : time(path + ".to", window.to());
    if (from.equals(to) && !from.equals(LocalTime.MIDNIGHT)) {
      problems.add(path, "drumbeat.invalid.window-empty", from.toString());
    }
    return days.isEmpty() ? Block.ALWAYS : new Block(days, from, to);
  }

  private Set<DayOfWeek> days(@Nullable List<String> words) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    if (words == null || words.isEmpty()) {
      problems.add(path + ".days", "drumbeat.invalid.required");
      return days;
    }
    for (String word : words) {
      day(word).ifPresentOrElse(days::add, () -> refuse(".days", "drumbeat.invalid.weekday", word));
    }
    return days;
  }

  private static Optional<DayOfWeek> day(String word) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> day.name().substring(0, 3).equals(word.strip().toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private LocalTime time(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      problems.add(field, "drumbeat.invalid.required");
      return LocalTime.MIDNIGHT;
    }
    try {
      return LocalTime.parse(text.strip());
    } catch (DateTimeParseException e) {
      problems.add(field, "drumbeat.invalid.time", text);
      return LocalTime.MIDNIGHT;
    }
  }

  private void refuse(String part, String key, String written) {
    problems.add(path + part, key, written);
  }
}
