package dev.drumbeat.sending;

import java.time.Instant;
import java.util.Optional;

/**
 * Reads the mailbox of an account before its follow-ups leave, so that nobody gets one who has
 * answered (semantics §3).
 */
@FunctionalInterface
public interface AnswersFirst {

  /**
   * Reads the mailbox now, unless that was done a moment ago. Answers when it was last read to its
   * end; empty is never.
   */
  Optional<Instant> readBefore(long accountId);
}
