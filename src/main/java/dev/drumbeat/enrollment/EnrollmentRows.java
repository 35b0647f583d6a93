package dev.drumbeat.enrollment;

import dev.drumbeat.audience.Lookup;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Words;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ReasonText;
import dev.drumbeat.request.Reason;
import dev.drumbeat.time.ZoneSource;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns rows of enrollments into records and records into columns. */
final class EnrollmentRows {

  private EnrollmentRows() {}

  static Enrollment enrollment(Row row) throws SQLException {
    return new Enrollment(
        row.number("ID"),
        Math.toIntExact(row.number("VERSION")),
        row.number("CAMPAIGN_ID"),
        row.number("SEQUENCE_ID"),
        Math.toIntExact(row.number("RUN")),
        lead(row),
        standing(row),
        place(row),
        thread(row),
        VariablesText.read(row.textOrNull("VARIABLES")),
        row.textOrNull("ENROLLED_BY"),
        row.moment("CREATED_AT"),
        row.moment("UPDATED_AT"));
  }

  private static Lead lead(Row row) throws SQLException {
    return new Lead(
        address(row.text("ADDRESS")),
        row.textOrNull("LEAD_NAME"),
        row.numberOrNull("ISSUE_ID"),
        row.textOrNull("ISSUE_KEY"));
  }

  static MailAddress address(String text) {
    int at = text.lastIndexOf('@');
    return new MailAddress(text.substring(0, at), text.substring(at + 1));
  }

  private static Standing standing(Row row) throws SQLException {
    EnrollmentState state = Words.of(EnrollmentState.class, row.text("STATE"));
    String reason = row.textOrNull("REASON");
    String wait = row.textOrNull("WAIT_REASON");
    return new Standing(
        state,
        reason != null && state.isOver() ? Words.of(EndReason.class, reason) : null,
        reason != null && state == EnrollmentState.PAUSED
            ? Words.of(PauseReason.class, reason)
            : null,
        row.momentOrNull("PAUSED_UNTIL"),
        wait == null ? null : ReasonText.read(wait));
  }

  private static Place place(Row row) throws SQLException {
    String source = row.textOrNull("ZONE_SOURCE");
    return new Place(
        row.number("ACCOUNT_ID"),
        row.number("STEP_ID"),
        Math.toIntExact(row.number("POSITION")),
        version(row),
        row.momentOrNull("DUE_AT"),
        row.moment("CREATED_AT"),
        row.moment("ANCHOR_AT"),
        ZoneId.of(row.text("ZONE")),
        source == null ? ZoneSource.CAMPAIGN : Words.of(ZoneSource.class, source));
  }

  /** Runs from before there were versions follow the first. */
  static int version(Row row) throws SQLException {
    Long version = row.numberOrNull("SEQUENCE_VERSION");
    return version == null ? 1 : Math.toIntExact(version);
  }

  private static ThreadInfo thread(Row row) throws SQLException {
    String references = row.textOrNull("REFERENCES_TEXT");
    return new ThreadInfo(
        row.textOrNull("FIRST_SUBJECT"),
        row.textOrNull("LAST_MESSAGE_ID"),
        references == null ? List.of() : List.of(references.split(" ", -1)));
  }

  static Columns columns(NewEnrollment enrollment, Instant now) {
    Lead lead = enrollment.lead();
    Place place = enrollment.place();
    return Columns.of("VERSION", 1)
        .and("CAMPAIGN_ID", enrollment.campaignId())
        .and("SEQUENCE_ID", enrollment.sequenceId())
        .and("RUN", enrollment.run())
        .and("ADDRESS", lead.address().text())
        .and("ADDRESS_KEY", lead.addressKey())
        .and("ADDRESS_LOOKUP", Lookup.of(lead.address().text()))
        .and("DOMAIN_LOOKUP", Lookup.of(lead.address().domain()))
        .and("NAME_LOOKUP", lead.name() == null ? null : Lookup.of(lead.name()))
        .and("LEAD_NAME", lead.name())
        .and("ISSUE_ID", lead.issueId())
        .and("ISSUE_KEY", lead.issueKey())
        .and("STATE", EnrollmentState.PENDING.name())
        .and("ACTIVE_KEY", enrollment.activeKey())
        .and("SHARD", place.accountId())
        .and("ACCOUNT_ID", place.accountId())
        .and("STEP_ID", place.stepId())
        .and("POSITION", place.position())
        .and("SEQUENCE_VERSION", place.version())
        .and("DUE_AT", millis(place.dueAt()))
        .and("ANCHOR_AT", place.anchorAt().toEpochMilli())
        .and("ZONE", place.zone().getId())
        .and("ZONE_SOURCE", place.zoneSource().name())
        .and("DELIVERED", 0)
        .and("VARIABLES", VariablesText.write(enrollment.variables()))
        .and("ENROLLED_BY", enrollment.enrolledBy())
        .and("CREATED_AT", now.toEpochMilli())
        .and("UPDATED_AT", now.toEpochMilli());
  }

  static Columns thread(ThreadInfo thread) {
    return Columns.of("FIRST_SUBJECT", thread.firstSubject())
        .and("LAST_MESSAGE_ID", thread.lastMessageId())
        .and(
            "REFERENCES_TEXT",
            thread.references().isEmpty() ? null : String.join(" ", thread.references()));
  }

  static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : Long.valueOf(instant.toEpochMilli());
  }

  static @Nullable String text(@Nullable Reason reason) {
    return reason == null ? null : ReasonText.write(reason);
  }
}
