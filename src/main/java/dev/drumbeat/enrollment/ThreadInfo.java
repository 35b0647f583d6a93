package dev.drumbeat.enrollment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conversation that follow-ups belong to (H1): the first subject as it was sent, the last
 * Message-ID and all of them in order, each with its angle brackets.
 */
public record ThreadInfo(
    @Nullable String firstSubject, @Nullable String lastMessageId, List<String> references) {

  /** Nothing was sent yet. */
  public static final ThreadInfo NONE = new ThreadInfo(null, null, List.of());

  public ThreadInfo {
    references = List.copyOf(references);
  }
}
