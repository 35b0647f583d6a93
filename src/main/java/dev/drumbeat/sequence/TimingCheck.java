package dev.drumbeat.sequence;

import static java.util.stream.Collectors.joining;

import dev.drumbeat.request.Problems;
import dev.drumbeat.time.Delay;
import dev.drumbeat.time.DelayUnit;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns what a draft says of time into a wait and notes every problem below a path. */
final class TimingCheck {

  private static final String LATEST_DAY = "366";

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Problems problems;
  private final Surroundings surroundings;
  private final ConditionCheck conditions;

  TimingCheck(Problems problems, Surroundings surroundings, ConditionCheck conditions) {
    this.problems = problems;
    this.surroundings = surroundings;
    this.conditions = conditions;
  }

  Timing check(String path, StepDraft draft) {
    String anchor = draft.anchor() == null ? "previous" : draft.anchor();
    if (!anchor.equals("event")) {
      notOfEvent(path, draft);
    }
    return switch (anchor) {
      case "previous" -> after(path, draft);
      case "enrollment" -> onDay(path, draft);
      case "date" -> byDate(path, draft);
      case "event" -> forEvent(path, draft);
      default -> refused(path, anchor);
    };
  }

  private Timing refused(String path, String anchor) {
    problems.add(
        path + "anchor", "drumbeat.invalid.word", anchor, "previous, enrollment, date, event");
    return Timing.NONE;
  }

  private Timing after(String path, StepDraft draft) {
    if (draft.at() != null) {
      problems.add(path + "at", "drumbeat.step.at-of-delay");
    }
    notOfDate(path, draft);
    return new Timing.After(delay(path, draft.delayValue(), draft.delayUnit()));
  }

  /** What only means something beside a date must not be taken for anything else. */
  private void notOfDate(String path, StepDraft draft) {
    stray(path + "dateField", draft.dateField());
    stray(path + "offset", draft.offset());
    stray(path + "late", draft.late());
  }

  private void notOfEvent(String path, StepDraft draft) {
    if (draft.event() != null || draft.timeout() != null) {
      problems.add(
          path + (draft.event() != null ? "event" : "timeout"), "drumbeat.step.only-by-event");
    }
  }

  private void stray(String field, @Nullable String word) {
    if (word != null) {
      problems.add(field, "drumbeat.step.only-by-date");
    }
  }

  private Timing byDate(String path, StepDraft draft) {
    String field = draft.dateField() == null ? "" : draft.dateField().strip();
    if (field.isEmpty()) {
      problems.add(path + "dateField", "drumbeat.invalid.required");
    } else if (!surroundings.hasDateField(field)) {
      problems.add(path + "dateField", "drumbeat.step.no-date-field", field);
    }
    Delay delay =
        draft.delayValue() == null && draft.delayUnit() == null
            ? Delay.days(0)
            : delay(path, draft.delayValue(), draft.delayUnit());
    boolean inDays = delay.unit() != DelayUnit.MINUTES && delay.unit() != DelayUnit.HOURS;
    if (!inDays && delay.unit().word().equals(draft.delayUnit())) {
      problems.add(
          path + "delayUnit",
          "drumbeat.invalid.word",
          delay.unit().word(),
          "days, businessDays, weeks");
    }
    LocalTime at = time(path + "at", draft.at());
    return new Timing.ByDate(
        field,
        word(path + "offset", draft.offset(), Timing.Side.BEFORE, Timing.Side::word),
        delay,
        at == null ? MORNING : at,
        word(path + "late", draft.late(), Timing.Late.SKIP, Timing.Late::word));
  }

  private Timing forEvent(String path, StepDraft draft) {
    notOfDate(path, draft);
    stray(path + "at", draft.at());
    ConditionDraft event = draft.event();
    if (event == null) {
      problems.add(path + "event", "drumbeat.invalid.required");
    }
    Optional<Condition> condition =
        Optional.ofNullable(event).flatMap(asked -> conditions.check(path + "event.", asked));
    Delay timeout = timeout(path + "timeout", draft.timeout());
    return condition.<Timing>map(asked -> new Timing.ForEvent(asked, timeout)).orElse(Timing.NONE);
  }

  private Delay timeout(String field, @Nullable TimeoutDraft draft) {
    if (draft == null) {
      problems.add(field, "drumbeat.invalid.required");
      return Delay.NONE;
    }
    Delay timeout = delay(field + ".", "value", draft.value(), "unit", draft.unit());
    if (timeout.value() == 0 && problems.isEmpty()) {
      problems.add(field + ".value", "drumbeat.invalid.required");
    }
    return timeout;
  }

  private <E extends Enum<E>> E word(
      String field, @Nullable String word, E otherwise, Function<E, String> wordOf) {
    if (word == null) {
      return otherwise;
    }
    List<E> all = List.of(otherwise.getDeclaringClass().getEnumConstants());
    Optional<E> found = all.stream().filter(e -> wordOf.apply(e).equals(word)).findFirst();
    if (found.isEmpty()) {
      String known = all.stream().map(wordOf).collect(joining(", "));
      problems.add(field, "drumbeat.invalid.word", word, known);
    }
    return found.orElse(otherwise);
  }

  private Timing onDay(String path, StepDraft draft) {
    notOfDate(path, draft);
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
    return delay(path, "delayValue", value, "delayUnit", word);
  }

  private Delay delay(
      String path,
      String valueField,
      @Nullable Integer value,
      String unitField,
      @Nullable String word) {
    if (value == null && word == null) {
      return Delay.NONE;
    }
    if (value == null) {
      problems.add(path + valueField, "drumbeat.invalid.required");
      return Delay.NONE;
    }
    return unit(path + unitField, word)
        .map(unit -> delay(path + valueField, value, unit))
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
