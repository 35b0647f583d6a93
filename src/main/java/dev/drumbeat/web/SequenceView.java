package dev.drumbeat.web;

import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceSummary;
import dev.drumbeat.sequence.SequenceWarnings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sequence as REST prints it; in a list without its steps, which may be large. */
record SequenceView(
    long id,
    URI self,
    int version,
    String name,
    @Nullable String description,
    String owner,
    @Nullable Long sendingConfigId,
    @Nullable Integer published,
    int stepCount,
    @Nullable List<StepView> steps,
    @Nullable List<String> warnings,
    Instant createdAt,
    Instant updatedAt) {

  static SequenceView of(Sequence sequence, Answers answers) {
    return new SequenceView(
        sequence.id(),
        link(sequence.id(), answers),
        sequence.version(),
        sequence.name(),
        sequence.description(),
        sequence.ownerKey(),
        sequence.sendingConfigId(),
        sequence.published(),
        sequence.steps().size(),
        StepView.all(sequence, answers),
        SequenceWarnings.of(sequence).stream().map(answers::text).toList(),
        sequence.createdAt(),
        sequence.updatedAt());
  }

  static SequenceView of(SequenceSummary sequence, Answers answers) {
    return new SequenceView(
        sequence.id(),
        link(sequence.id(), answers),
        sequence.version(),
        sequence.name(),
        sequence.description(),
        sequence.ownerKey(),
        sequence.sendingConfigId(),
        null,
        sequence.stepCount(),
        null,
        null,
        sequence.createdAt(),
        sequence.updatedAt());
  }

  private static URI link(long id, Answers answers) {
    return answers.link("sequences/" + id);
  }
}
