package dev.drumbeat.sequence;

import org.jspecify.annotations.Nullable;

/** How long is waited for an event at most, as somebody wrote it; the names are those of REST. */
public record TimeoutDraft(@Nullable Integer value, @Nullable String unit) {}
