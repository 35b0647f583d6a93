package dev.drumbeat.sequence;

import dev.drumbeat.request.Problems;
import dev.drumbeat.time.Delay;
import dev.drumbeat.time.DelayUnit;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what a draft says of time into a wait and notes every problem below a path. */
final class TimingCheck {

  private static final String LATEST_DAY = "366";

  private final Problems problems;

  TimingCheck(Problems problems) {
    this.problems = problems;
  }

  Timing check(String path, StepDraft draft) {
    String anchor = draft.anchor() == null ? "previous" : draft.anchor();
    return switch (anchor) {
      case "previous" -> after(path, draft);
      case "enrollment" -> onDay(path, draft);
      case "date", "event" -> refused(path, "drumbeat.invalid.later-word", anchor);
      default -> refused(path, "drumbeat.invalid.word", anchor);
    };
  }

  private Timing refused(String path, String key, String anchor) {
    problems.add(path + "anchor", key, anchor, "previous, enrollment");
    return Timing.NONE;
  }

  private Timing after(String path, StepDraft draft) {
    if (draft.at() != null) {
      problems.add(path + "at", "drumbeat.step.at-of-delay");
    }
    return new Timing.After(delay(path, draft.delayValue(), draft.delayUnit()));
  }

  private Timing onDay(String path, StepDraft draft) {
    if (draft.delayUnit() != null && !draft.delayUnit().equals(DelayUnit.DAYS.word())) {
      problems.add(
          path + "delayUnit", "drumbeat.invalid.word", draft.delayUnit(), DelayUnit.DAYS.word());
    }
    Integer day = draft.delayValue();
    if (day == null) {
      problems.add(path + "delayValue", "drumbeat.invalid.required");
      return Timing.NONE;
    }
    if (day < 1 || day > Integer.parseInt(LATEST_DAY)) {
      problems.add(path + "delayValue", "drumbeat.invalid.range", "1", LATEST_DAY);
      return Timing.NONE;
    }
    return new Timing.OnDay(day, time(path + "at", draft.at()));
  }

  private @Nullable LocalTime time(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalTime.parse(text.strip());
    } catch (DateTimeParseException e) {
      problems.add(field, "drumbeat.invalid.time", text);
      return null;
    }
  }

  private Delay delay(String path, @Nullable Integer value, @Nullable String word) {
    if (value == null && word == null) {
      return Delay.NONE;
    }
    if (value == null) {
      problems.add(path + "delayValue", "drumbeat.invalid.required");
      return Delay.NONE;
    }
    return unit(path + "delayUnit", word)
        .map(unit -> delay(path + "delayValue", value, unit))
        .orElse(Delay.NONE);
  }

  private Optional<DelayUnit> unit(String field, @Nullable String word) {
    if (word == null) {
      problems.add(field, "drumbeat.invalid.required");
      return Optional.empty();
    }
    Optional<DelayUnit> unit = DelayUnit.of(word);
    if (unit.isEmpty()) {
      problems.add(field, "drumbeat.invalid.word", word, DelayUnit.words());
    }
    return unit;
  }

  private Delay delay(String field, int value, DelayUnit unit) {
    if (value < 0 || value > unit.most()) {
      problems.add(field, "drumbeat.invalid.range", "0", Integer.toString(unit.most()));
      return Delay.NONE;
    }
    return new Delay(value, unit);
  }
}
