package dev.drumbeat.reply;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Words;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.mail.failure.Failure;
import dev.drumbeat.sending.Send;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns rows of messages into records and new messages into columns. */
final class ReplyRows {

  private static final int SHORT = 450;
  private static final int LONG = 100_000;

  private ReplyRows() {}

  static Reply reply(Row row) throws SQLException {
    return new Reply(
        row.number("ID"),
        Math.toIntExact(row.number("VERSION")),
        row.number("ACCOUNT_ID"),
        what(row),
        address(row.textOrNull("FROM_ADDRESS")),
        orEmpty(row.textOrNull("SUBJECT")),
        row.textOrNull("MESSAGE_ID"),
        row.moment("RECEIVED_AT"),
        new Reply.Words(orEmpty(row.textOrNull("TEXT")), orEmpty(row.textOrNull("NEW_TEXT"))),
        match(row),
        Words.of(ReplyState.class, row.text("STATE")),
        new Reply.Progress(
            Words.of(Stage.class, row.text("STAGE")), row.numberOrNull("COMMENT_ID")),
        row.moment("CREATED_AT"),
        row.moment("UPDATED_AT"));
  }

  private static Reply.What what(Row row) throws SQLException {
    String failure = row.textOrNull("FAILURE");
    String returnOn = row.textOrNull("RETURN_ON");
    return new Reply.What(
        Words.of(ReplyKind.class, row.text("KIND")),
        failure == null ? null : Words.of(Failure.class, failure),
        returnOn == null ? null : LocalDate.parse(returnOn),
        orEmpty(row.textOrNull("EVIDENCE")).lines().toList());
  }

  private static Reply.Match match(Row row) throws SQLException {
    return new Reply.Match(
        Words.of(Confidence.class, row.text("CONFIDENCE")),
        row.textOrNull("MATCHED_BY"),
        ((ParsedAddress.Accepted) MailAddress.parse(row.text("LEAD_ADDRESS"))).address(),
        row.numberOrNull("ENROLLMENT_ID"),
        row.numberOrNull("SEND_ID"),
        row.number("CAMPAIGN_ID"),
        row.numberOrNull("ISSUE_ID"),
        row.textOrNull("ISSUE_KEY"));
  }

  private static @Nullable MailAddress address(@Nullable String text) {
    return text != null && MailAddress.parse(text) instanceof ParsedAddress.Accepted accepted
        ? accepted.address()
        : null;
  }

  /** Some databases keep an empty text as none. */
  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static Columns columns(NewReply reply, Instant now) {
    MailAddress from = reply.mail().from();
    return Columns.of("VERSION", 1)
        .and("UID_KEY", uidKey(reply))
        .and("MESSAGE_KEY", reply.messageKey())
        .and("ACCOUNT_ID", reply.accountId())
        .and("FROM_ADDRESS", from == null ? null : from.text())
        .and("SUBJECT", clean(reply.mail().subject(), SHORT))
        .and("MESSAGE_ID", reply.mail().messageId().map(id -> clean(id, SHORT)).orElse(null))
        .and("RECEIVED_AT", reply.found().receivedAt().toEpochMilli())
        .and("TEXT", clean(reply.mail().text(), LONG))
        .and("NEW_TEXT", clean(reply.newText(), LONG))
        .andAll(verdict(reply.verdict()))
        .andAll(match(reply.matched()))
        .and("STATE", reply.state().name())
        .and("STAGE", Stage.RECEIVED.name())
        .and("CREATED_AT", now.toEpochMilli())
        .and("UPDATED_AT", now.toEpochMilli());
  }

  private static String uidKey(NewReply reply) {
    return "%d.%d.%d"
        .formatted(reply.accountId(), reply.found().uidValidity(), reply.found().uid());
  }

  private static Columns verdict(Verdict verdict) {
    Failure failure = verdict.failure();
    LocalDate returnOn = verdict.returnOn();
    List<String> signs =
        verdict.evidence().stream().map(sign -> sign.replaceAll("\\s+", " ").strip()).toList();
    return Columns.of("KIND", verdict.kind().name())
        .and("FAILURE", failure == null ? null : failure.name())
        .and("RETURN_ON", returnOn == null ? null : returnOn.toString())
        .and("EVIDENCE", clean(String.join("\n", signs), LONG));
  }

  private static Columns match(Matched matched) {
    Enrollment run = matched.run();
    Send send = matched.send();
    return Columns.of("CONFIDENCE", matched.confidence().name())
        .and("MATCHED_BY", clean(matched.evidence(), SHORT))
        .and("LEAD_ADDRESS", matched.lead().text())
        .and("LEAD_KEY", AddressKey.of(matched.lead()))
        .and("ENROLLMENT_ID", send == null ? null : send.enrollmentId())
        .and("SEND_ID", send == null ? null : send.id())
        .and("CAMPAIGN_ID", run.campaignId())
        .and("ISSUE_ID", run.lead().issueId())
        .and("ISSUE_KEY", run.lead().issueKey());
  }

  /** Without what PostgreSQL refuses; never half of a character at the end. */
  private static String clean(String text, int longest) {
    String kept = text.replace("\u0000", "");
    if (kept.length() <= longest) {
      return kept;
    }
    int end = Character.isHighSurrogate(kept.charAt(longest - 1)) ? longest - 1 : longest;
    return kept.substring(0, end);
  }
}
