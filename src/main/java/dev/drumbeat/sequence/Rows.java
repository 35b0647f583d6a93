package dev.drumbeat.sequence;

import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Words;
import dev.drumbeat.time.Delay;
import dev.drumbeat.time.DelayUnit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns rows of sequences and steps into records and records into columns. */
final class Rows {

  private Rows() {}

  static Sequence sequence(SequenceRow row, List<Step> steps) {
    return new Sequence(
        row.getId(),
        row.getVersion(),
        row.getName(),
        row.getDescription(),
        row.getOwnerKey(),
        row.getSendingConfigId(),
        row.isHidden(),
        row.getDeletedAt() != null,
        Objects.requireNonNullElse(row.getPublished(), SequenceVersion.DRAFT),
        Instant.ofEpochMilli(row.getCreatedAt()),
        Instant.ofEpochMilli(row.getUpdatedAt()),
        steps);
  }

  static SequenceSummary summary(SequenceRow row) {
    return new SequenceSummary(
        row.getId(),
        row.getVersion(),
        row.getName(),
        row.getDescription(),
        row.getOwnerKey(),
        row.getSendingConfigId(),
        row.getStepCount(),
        Instant.ofEpochMilli(row.getCreatedAt()),
        Instant.ofEpochMilli(row.getUpdatedAt()));
  }

  static Step step(StepRow row) {
    StepText.Details details = StepText.details(row.getDetails());
    Flow flow = details.flow();
    return new Step(
        row.getId(),
        row.getPosition(),
        new Mail(
            row.getSubject(),
            row.getHtml(),
            row.getTextBody(),
            row.isNewThread(),
            StepText.variants(details)),
        timing(row.getDelayValue(), row.getDelayUnit(), details),
        flow == null ? Flow.STRAIGHT : flow,
        details.task(),
        row.getPurpose());
  }

  static Timing timing(int delayValue, String delayUnit, @Nullable String details) {
    return timing(delayValue, delayUnit, StepText.details(details));
  }

  private static Timing timing(int delayValue, String delayUnit, StepText.Details details) {
    return StepText.timing(new Delay(delayValue, Words.of(DelayUnit.class, delayUnit)), details);
  }

  static Columns content(SequenceContent content) {
    return Columns.of("NAME", content.name())
        .and("NAME_KEY", content.name().toLowerCase(Locale.ROOT))
        .and("DESCRIPTION", content.description())
        .and("SENDING_CONFIG_ID", content.sendingConfigId())
        .and("STEP_COUNT", content.steps().size());
  }

  static Columns step(long sequenceId, Step step) {
    return Columns.of("SEQUENCE_ID", sequenceId)
        .and("POSITION", step.position())
        .and("SUBJECT", step.subject())
        .and("HTML", step.html())
        .and("TEXT_BODY", step.text())
        .and("DELAY_VALUE", step.timing().delay().value())
        .and("DELAY_UNIT", step.timing().delay().unit().name())
        .and("NEW_THREAD", step.newThread())
        .and("PURPOSE", step.purpose())
        .and("DETAILS", StepText.details(step));
  }
}
