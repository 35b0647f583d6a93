package dev.drumbeat.web;

import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceWarnings;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.Timing;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step as REST prints it. Version and times are those of the sequence, which guards it. */
record StepView(
    long id,
    URI self,
    int version,
    String kind,
    @Nullable String subject,
    @Nullable String html,
    @Nullable String text,
    int delayValue,
    String delayUnit,
    String anchor,
    @Nullable String at,
    String thread,
    @Nullable String purpose,
    @Nullable List<VariantView> variants,
    List<String> warnings,
    Instant createdAt,
    Instant updatedAt) {

  static StepView of(Sequence sequence, Step step, Answers answers) {
    return new StepView(
        step.id(),
        answers.link("sequences/" + sequence.id() + "/steps/" + step.id()),
        sequence.version(),
        "email",
        step.subject(),
        step.html(),
        step.text(),
        step.timing().delay().value(),
        step.timing().delay().unit().word(),
        step.timing().anchor(),
        at(step.timing()),
        step.newThread() ? "new" : "same",
        step.purpose(),
        VariantView.all(step),
        SequenceWarnings.of(sequence, step).stream().map(answers::text).toList(),
        sequence.createdAt(),
        sequence.updatedAt());
  }

  private static @Nullable String at(Timing timing) {
    return timing instanceof Timing.OnDay day && day.at() != null ? day.at().toString() : null;
  }

  static List<StepView> all(Sequence sequence, Answers answers) {
    return sequence.steps().stream().map(step -> of(sequence, step, answers)).toList();
  }
}
