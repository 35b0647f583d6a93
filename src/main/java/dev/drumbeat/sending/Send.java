package dev.drumbeat.sending;

import dev.drumbeat.log.About;
import dev.drumbeat.log.About.Thing;
import dev.drumbeat.request.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one message of an enrollment, run and step, whatever became of it (X1). Subject and
 * Message-ID are those of the last attempt. The reason says why it is in its state; handed over is
 * when its body may have left, null when it surely has not. The mailbox was read to its end at
 * {@code mailboxReadAt} before it left.
 */
public record Send(
    long id,
    String key,
    long enrollmentId,
    long campaignId,
    long sequenceId,
    int run,
    long stepId,
    @Nullable String variant,
    long accountId,
    SendState state,
    String address,
    String addressKey,
    @Nullable Long issueId,
    @Nullable String subject,
    @Nullable String messageId,
    int attempts,
    @Nullable Instant retryAt,
    @Nullable Instant handedOverAt,
    @Nullable Instant endedAt,
    @Nullable Reason reason,
    @Nullable Instant bouncedAt,
    @Nullable Instant mailboxReadAt,
    Instant createdAt,
    Instant updatedAt) {

  /** For the log. */
  public About about() {
    return About.of(Thing.CAMPAIGN, campaignId)
        .and(Thing.ENROLLMENT, enrollmentId)
        .and(Thing.SEND, id)
        .and(Thing.ACCOUNT, accountId);
  }
}
