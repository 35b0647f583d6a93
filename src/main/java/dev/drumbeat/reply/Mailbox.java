package dev.drumbeat.reply;

import dev.drumbeat.reply.mailbox.Position;
import dev.drumbeat.request.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the mailbox of an account was read.
 *
 * @param placeKey which mailbox that was; null before the first reading
 * @param readAt when its end was last reached; null is never
 * @param failure why the last try failed; null when it did not
 */
public record Mailbox(
    long accountId,
    @Nullable String placeKey,
    @Nullable Position position,
    @Nullable Instant readAt,
    @Nullable Instant triedAt,
    @Nullable Reason failure,
    Counts counts) {

  /** Messages since the first reading; the last skipped one is told by its UID and why. */
  public record Counts(long kept, long ignored, long skipped, @Nullable String lastSkipped) {

    static final Counts NONE = new Counts(0, 0, 0, null);

    Counts oneMoreKept() {
      return new Counts(kept + 1, ignored, skipped, lastSkipped);
    }

    Counts oneMoreIgnored() {
      return new Counts(kept, ignored + 1, skipped, lastSkipped);
    }

    Counts oneMoreSkipped(String which) {
      return new Counts(kept, ignored, skipped + 1, which);
    }
  }

  static Mailbox unread(long accountId) {
    return new Mailbox(accountId, null, null, null, null, null, Counts.NONE);
  }
}
