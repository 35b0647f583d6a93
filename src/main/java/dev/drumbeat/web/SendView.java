package dev.drumbeat.web;

import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.Send;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A send as REST prints it; nobody changes it, so it has no version. */
record SendView(
    long id,
    URI self,
    String state,
    @Nullable String reason,
    long campaignId,
    long sequenceId,
    long enrollmentId,
    int run,
    long stepId,
    @Nullable String variant,
    long mailAccountId,
    String email,
    @Nullable Long issueId,
    @Nullable String subject,
    @Nullable String messageId,
    int attempts,
    @Nullable Instant retryAt,
    @Nullable Instant handedOverAt,
    @Nullable Instant endedAt,
    @Nullable Instant bouncedAt,
    Instant createdAt,
    Instant updatedAt) {

  static SendView of(Send send, Answers answers) {
    Reason reason = send.reason();
    return new SendView(
        send.id(),
        answers.link("sends/" + send.id()),
        send.state().word(),
        reason == null ? null : answers.text(reason),
        send.campaignId(),
        send.sequenceId(),
        send.enrollmentId(),
        send.run(),
        send.stepId(),
        send.variant(),
        send.accountId(),
        send.address(),
        send.issueId(),
        send.subject(),
        send.messageId(),
        send.attempts(),
        send.retryAt(),
        send.handedOverAt(),
        send.endedAt(),
        send.bouncedAt(),
        send.createdAt(),
        send.updatedAt());
  }
}
