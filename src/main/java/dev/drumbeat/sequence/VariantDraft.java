package dev.drumbeat.sequence;

import org.jspecify.annotations.Nullable;

/**
 * A variant of a step as somebody wrote it, not checked yet: null is what was left out. One without
 * an id is new and gets one.
 */
public record VariantDraft(
    @Nullable String id,
    @Nullable String label,
    @Nullable Integer weight,
    @Nullable String subject,
    @Nullable String html,
    @Nullable String text) {

  static final int LONGEST_LABEL = 60;
  static final int MOST_WEIGHT = 1_000;
}
