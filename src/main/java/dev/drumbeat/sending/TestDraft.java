package dev.drumbeat.sending;

import org.jspecify.annotations.Nullable;

/**
 * A test of a campaign as somebody wrote it: where to, and perhaps which step, which of its
 * variants and for whose issue; unsaid is the first.
 */
public record TestDraft(
    @Nullable String email,
    @Nullable String issueKey,
    @Nullable Long stepId,
    @Nullable String variant) {

  /** Without a word. */
  public static final TestDraft EMPTY = new TestDraft(null, null, null, null);
}
