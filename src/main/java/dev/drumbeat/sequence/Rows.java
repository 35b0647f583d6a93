package dev.drumbeat.sequence;

import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Words;
import dev.drumbeat.time.Delay;
import dev.drumbeat.time.DelayUnit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

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
    return new Step(
        row.getId(),
        row.getPosition(),
        row.getSubject(),
        row.getHtml(),
        row.getTextBody(),
        new Delay(row.getDelayValue(), Words.of(DelayUnit.class, row.getDelayUnit())),
        row.isNewThread(),
        row.getPurpose());
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
        .and("DELAY_VALUE", step.delay().value())
        .and("DELAY_UNIT", step.delay().unit().name())
        .and("NEW_THREAD", step.newThread())
        .and("PURPOSE", step.purpose());
  }
}
