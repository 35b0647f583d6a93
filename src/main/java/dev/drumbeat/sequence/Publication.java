package dev.drumbeat.sequence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a version was published: by whom (a user key, null is the app), when, whom it counts for and
 * why. Leads who were through go on with it if they had their last mail since the last moment; null
 * is nobody.
 */
public record Publication(
    long sequenceId,
    int number,
    Apply apply,
    @Nullable String note,
    @Nullable String by,
    Instant at,
    @Nullable Instant continueSince,
    int stepCount) {

  /** The longest note that is kept, in characters. */
  public static final int LONGEST_NOTE = 400;

  /** The next version of a sequence as it is now, which nobody under way has to follow. */
  static Publication first(Sequence sequence, @Nullable String by, Instant at) {
    return new Publication(
        sequence.id(),
        sequence.published() + 1,
        Apply.NEW,
        null,
        by,
        at,
        null,
        sequence.steps().size());
  }
}
