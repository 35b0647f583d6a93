package dev.drumbeat.web.page;

import dev.drumbeat.sequence.Timing;
import dev.drumbeat.time.Delay;
import dev.drumbeat.web.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sequence to start from, in the words of the reader's language. Follow-ups have no subject: they
 * answer the first mail.
 */
enum Starter {
  /** Somebody who does not know us yet. */
  INTRODUCTION(0, 3, 4),
  /** Somebody who has an offer of ours. */
  QUOTE(2, 3, 5),
  /** Somebody who begins to use what we sold. */
  ONBOARDING(0, 2, 5);

  /** What stands in the place of each number in the texts; no text may hold it by itself. */
  private static final String[] VALUES = {
    "${lead.firstName|'%s'}", "${issue.summary}", "${sender.name}"
  };

  private static final String KEY = "drumbeat.start.";

  /** In days. */
  private final int first;

  private final int second;
  private final int third;

  Starter(int first, int second, int third) {
    this.first = first;
    this.second = second;
    this.third = third;
  }

  /** The one of that word in an address. */
  static Optional<Starter> of(String word) {
    return Stream.of(values()).filter(starter -> starter.word().equals(word)).findFirst();
  }

  /** How an address names it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What people call it. */
  String title(Texts texts) {
    return texts.of(KEY + word() + ".name");
  }

  /** When it fits. */
  String description(Texts texts) {
    return texts.of(KEY + word() + ".description");
  }

  /** How long after one mail the next is due. */
  List<Timing> waits() {
    return delays().<Timing>map(Timing.After::new).toList();
  }

  private Stream<Delay> delays() {
    return Stream.of(first, second, third).map(Delay::days);
  }

  /** Its mails as REST has them. */
  List<Map<String, Object>> steps(Texts texts) {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (Delay delay : delays().toList()) {
      steps.add(step(steps.size() + 1, delay, texts));
    }
    return steps;
  }

  private Map<String, Object> step(int place, Delay delay, Texts texts) {
    Map<String, Object> step = new HashMap<>();
    if (place == 1) {
      step.put("subject", text(word() + ".subject", texts));
    }
    step.put("text", text(word() + "." + place, texts));
    step.put("delayValue", delay.value());
    step.put("delayUnit", delay.unit().word());
    step.put("thread", "same");
    return step;
  }

  private static String text(String key, Texts texts) {
    String fallback = texts.of(KEY + "you");
    return texts.of(KEY + key, VALUES[0].formatted(fallback), VALUES[1], VALUES[2]);
  }
}
