package dev.drumbeat.audience;

import org.jspecify.annotations.Nullable;

/** A suppression as somebody wrote it, not checked yet: null is what was left out. */
public record SuppressionDraft(
    @Nullable String address,
    @Nullable String domain,
    @Nullable String scope,
    @Nullable SuppressionReason reason,
    @Nullable String note) {}
