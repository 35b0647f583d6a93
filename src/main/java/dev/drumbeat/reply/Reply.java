package dev.drumbeat.reply;

import dev.drumbeat.log.About;
import dev.drumbeat.log.About.Thing;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.failure.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that came back from a lead, or about one. The version counts changes by people.
 *
 * @param from null when the message names nobody
 */
public record Reply(
    long id,
    int version,
    long accountId,
    What what,
    @Nullable MailAddress from,
    String subject,
    @Nullable String messageId,
    Instant receivedAt,
    Words words,
    Match match,
    ReplyState state,
    Progress progress,
    Instant createdAt,
    Instant updatedAt) {

  /** What it is and what that rests on. */
  public record What(
      ReplyKind kind,
      @Nullable Failure failure,
      @Nullable LocalDate returnOn,
      List<String> evidence) {

    public What {
      evidence = List.copyOf(evidence);
    }
  }

  /** Its text with all quotes, and what is new in it. */
  public record Words(String text, String newText) {}

  /**
   * Whose it is. The run and the step are null when nothing of ours is answered; campaign and issue
   * are those of the lead's newest run then.
   */
  public record Match(
      Confidence confidence,
      @Nullable String evidence,
      MailAddress lead,
      @Nullable Long enrollmentId,
      @Nullable Long sendId,
      long campaignId,
      @Nullable Long issueId,
      @Nullable String issueKey) {}

  /** How far the app is with it. */
  record Progress(Stage stage, @Nullable Long commentId) {}

  /** What it is. */
  public ReplyKind kind() {
    return what.kind();
  }

  /** The comment that tells the issue of it; null when there is none. */
  public @Nullable Long commentId() {
    return progress.commentId();
  }

  /** The same message after it went on. */
  Reply at(Stage stage) {
    Progress next = new Progress(stage, progress.commentId());
    return new Reply(
        id,
        version,
        accountId,
        what,
        from,
        subject,
        messageId,
        receivedAt,
        words,
        match,
        state,
        next,
        createdAt,
        updatedAt);
  }

  /** For the log. */
  About about() {
    return About.of(Thing.REPLY, id)
        .and(Thing.CAMPAIGN, match.campaignId())
        .and(Thing.ENROLLMENT, match.enrollmentId())
        .and(Thing.SEND, match.sendId())
        .and(Thing.ACCOUNT, accountId);
  }

  Stage stage() {
    return progress.stage();
  }
}
