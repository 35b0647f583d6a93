package dev.drumbeat.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent in a run, what came back and what changed, the newest first. */
record RunHistoryView(long enrollmentId, boolean complete, List<Entry> values) {

  /**
   * One of them; when is for people, in the reader's zone. Of a message the subject, of an answer
   * the words as well, unless the reader may not see them; the detail says why.
   */
  record Entry(
      Instant at,
      String when,
      String kind,
      String title,
      @Nullable String subject,
      @Nullable String text,
      @Nullable String by,
      @Nullable String detail,
      boolean open) {}
}
