package dev.drumbeat.web;

import dev.drumbeat.sequence.Timing;
import dev.drumbeat.time.Delay;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** When a step is due and how that is counted (T1-T7), in one sentence each. */
final class TimingWords {

  private final Texts texts;

  TimingWords(Texts texts) {
    this.texts = texts;
  }

  /** The first step has none before it, so it counts from the enrollment (T8). */
  String of(Timing timing, boolean first, Locale language) {
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

  private static String time(LocalTime at, Locale language) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language).format(at);
  }
}
