package dev.drumbeat.sequence;

import org.jspecify.annotations.Nullable;

/**
 * One of several ways to say a step. Its id is permanent and never another's; the weight is its
 * share beside those of the others, 0 gives it to nobody new (A9). Subject, html and text are
 * templates as those of a mail.
 */
public record Variant(
    String id,
    String label,
    int weight,
    @Nullable String subject,
    @Nullable String html,
    @Nullable String text) {}
