package dev.drumbeat.web;

import dev.drumbeat.sequence.Timing;
import dev.drumbeat.time.Delay;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** When a step is due and how that is counted (T1-T7), in one sentence each. */
final class TimingWords {

  private final Texts texts;
  private final Supplier<Map<String, String>> fieldNames;

  /** The names of the fields that hold dates are by their ids; of the due date it is empty. */
  TimingWords(Texts texts, Supplier<Map<String, String>> fieldNames) {
    this.texts = texts;
    this.fieldNames = fieldNames;
  }

  /** The first step has none before it, so it counts from the enrollment (T8). */
  String of(Timing timing, boolean first, Locale language) {
    if (timing instanceof Timing.ForEvent event) {
      return texts.of("drumbeat.rule.event", amount(event.delay()));
    }
    if (timing instanceof Timing.ByDate date) {
      return byDate(date, language);
    }
    return timing instanceof Timing.OnDay day ? onDay(day, language) : after(timing.delay(), first);
  }

  private String after(Delay delay, boolean first) {
    String from = first ? ".first" : "";
    if (delay.value() == 0) {
      return texts.of("drumbeat.rule.at-once" + from);
    }
    String unit = delay.unit().word();
    return texts.of("drumbeat.rule.after" + from, amount(delay))
        + ' '
        + texts.of("drumbeat.rule.counted." + unit);
  }

  private String amount(Delay delay) {
    return texts.of("drumbeat.amount." + delay.unit().word(), delay.value());
  }

  private String onDay(Timing.OnDay day, Locale language) {
    LocalTime at = day.at();
    String rule =
        at == null
            ? texts.of("drumbeat.rule.on-day.same-time", day.day())
            : texts.of("drumbeat.rule.on-day", day.day(), time(at, language));
    return rule + ' ' + texts.of("drumbeat.rule.counted.on-day");
  }

  private String byDate(Timing.ByDate date, Locale language) {
    String at = time(date.at(), language);
    String rule =
        date.delay().value() == 0
            ? texts.of("drumbeat.rule.date", field(date), at)
            : texts.of(
                "drumbeat.rule.date." + date.side().word(), amount(date.delay()), field(date), at);
    return rule + ' ' + texts.of("drumbeat.rule.late." + date.late().word());
  }

  private String field(Timing.ByDate date) {
    String name = fieldNames.get().getOrDefault(date.field(), date.field());
    return name.isEmpty() ? texts.of("drumbeat.sequence.field-of.dueDate") : name;
  }

  private static String time(LocalTime at, Locale language) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language).format(at);
  }
}
