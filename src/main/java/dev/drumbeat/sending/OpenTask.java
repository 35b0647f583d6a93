package dev.drumbeat.sending;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task of a run, in whatever state. The issue is null as long as it is being made. */
record OpenTask(
    long id,
    long enrollmentId,
    long campaignId,
    long stepId,
    TaskState state,
    boolean held,
    @Nullable Long issueId,
    @Nullable String issueKey,
    @Nullable String summary,
    @Nullable Instant endedAt,
    Instant createdAt) {

  /** The key of its issue, for people. */
  String key() {
    return String.valueOf(issueKey);
  }
}
