package dev.drumbeat.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.failure.Failure;
import dev.drumbeat.reply.Reply;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that came back, as REST prints it; its whole text only alone. All of it is plain text:
 * the HTML of a message is never handed on.
 */
record ReplyView(
    long id,
    URI self,
    int version,
    String state,
    @JsonProperty("class") String kind,
    @Nullable String failure,
    @Nullable LocalDate returnOn,
    @Nullable String from,
    String subject,
    @Nullable String messageId,
    Instant receivedAt,
    String newText,
    @Nullable String text,
    List<String> evidence,
    MatchView match,
    long mailAccountId,
    @Nullable Long commentId,
    Instant createdAt,
    Instant updatedAt) {

  /** Whose it is, how sure that is and why. */
  record MatchView(
      String confidence,
      @Nullable String evidence,
      String email,
      long campaignId,
      @Nullable Long enrollmentId,
      @Nullable Long sendId,
      @Nullable String issueKey) {}

  /** A line of a list. */
  static ReplyView line(Reply reply, Answers answers) {
    return of(reply, null, answers);
  }

  static ReplyView of(Reply reply, Answers answers) {
    return of(reply, reply.words().text(), answers);
  }

  private static ReplyView of(Reply reply, @Nullable String text, Answers answers) {
    Failure failure = reply.what().failure();
    MailAddress from = reply.from();
    return new ReplyView(
        reply.id(),
        answers.link("replies/" + reply.id()),
        reply.version(),
        Words.of(reply.state()),
        Words.of(reply.kind()),
        failure == null ? null : Words.of(failure),
        reply.what().returnOn(),
        from == null ? null : from.text(),
        reply.subject(),
        reply.messageId(),
        reply.receivedAt(),
        reply.words().newText(),
        text,
        reply.what().evidence(),
        match(reply.match()),
        reply.accountId(),
        reply.commentId(),
        reply.createdAt(),
        reply.updatedAt());
  }

  private static MatchView match(Reply.Match match) {
    return new MatchView(
        Words.of(match.confidence()),
        match.evidence(),
        match.lead().text(),
        match.campaignId(),
        match.enrollmentId(),
        match.sendId(),
        match.issueKey());
  }
}
