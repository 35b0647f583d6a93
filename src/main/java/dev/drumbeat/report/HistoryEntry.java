package dev.drumbeat.report;

import dev.drumbeat.request.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a person.
 *
 * @param what the name of the event or of the kind of the reply, {@code SUPPRESSED} or {@code
 *     LIFTED}
 * @param actor a user key or a part of the app; for a reply who wrote it
 * @param subject of the mail or the reply
 * @param detail why, in a sentence
 * @param text what somebody wrote: a reply without its quotes, or a note
 */
public record HistoryEntry(
    Instant at,
    HistoryKind kind,
    String what,
    @Nullable Long campaignId,
    @Nullable Long enrollmentId,
    @Nullable Long sendId,
    @Nullable Long replyId,
    String actor,
    @Nullable String subject,
    @Nullable Reason detail,
    @Nullable String text) {

  HistoryEntry withSubject(@Nullable String its) {
    return new HistoryEntry(
        at, kind, what, campaignId, enrollmentId, sendId, replyId, actor, its, detail, text);
  }
}
