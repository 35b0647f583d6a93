package dev.drumbeat.sending;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Words;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.mail.ReasonText;
import dev.drumbeat.request.Reason;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns rows of sends into records and records into columns. */
final class Sends {

  private Sends() {}

  static Send send(Row row) throws SQLException {
    String reason = row.textOrNull("REASON");
    return new Send(
        row.number("ID"),
        row.text("SEND_KEY"),
        row.number("ENROLLMENT_ID"),
        row.number("CAMPAIGN_ID"),
        row.number("SEQUENCE_ID"),
        Math.toIntExact(row.number("RUN")),
        row.number("STEP_ID"),
        row.textOrNull("VARIANT"),
        row.number("ACCOUNT_ID"),
        Words.of(SendState.class, row.text("STATE")),
        row.text("ADDRESS"),
        row.text("ADDRESS_KEY"),
        row.numberOrNull("ISSUE_ID"),
        row.textOrNull("SUBJECT"),
        row.textOrNull("MESSAGE_ID"),
        Math.toIntExact(row.number("ATTEMPTS")),
        row.momentOrNull("RETRY_AT"),
        row.momentOrNull("HANDED_OVER_AT"),
        row.momentOrNull("ENDED_AT"),
        reason == null ? null : ReasonText.read(reason),
        row.momentOrNull("BOUNCED_AT"),
        row.momentOrNull("MAILBOX_READ_AT"),
        row.moment("CREATED_AT"),
        row.moment("UPDATED_AT"));
  }

  /** What stays the same whatever becomes of it. */
  static Columns columns(Enrollment run, Instant now) {
    return Columns.of("SEND_KEY", key(run))
        .and("ENROLLMENT_ID", run.id())
        .and("CAMPAIGN_ID", run.campaignId())
        .and("SEQUENCE_ID", run.sequenceId())
        .and("RUN", run.run())
        .and("STEP_ID", run.place().stepId())
        .and("SEQUENCE_VERSION", run.place().version())
        .and("ACCOUNT_ID", run.place().accountId())
        .and("ADDRESS", run.lead().address().text())
        .and("ADDRESS_KEY", run.lead().addressKey())
        .and("ISSUE_ID", run.lead().issueId())
        .and("OPENER", run.thread().lastMessageId() == null)
        .and("CREATED_AT", now.toEpochMilli());
  }

  /** The key of what a run would send now. */
  static String key(Enrollment run) {
    return "e%d.r%d.s%d".formatted(run.id(), run.run(), run.place().stepId());
  }

  static String messageKey(String messageId) {
    return AddressKey.ofText(messageId);
  }

  static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : Long.valueOf(instant.toEpochMilli());
  }

  static @Nullable String text(@Nullable Reason reason) {
    return reason == null ? null : ReasonText.write(reason);
  }
}
