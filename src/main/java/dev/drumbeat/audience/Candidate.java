package dev.drumbeat.audience;

import org.jspecify.annotations.Nullable;

/**
 * Somebody found on an issue: one for each address on it, or one without an address when there is
 * none. The address is as the issue has it, not checked.
 */
public record Candidate(
    long issueId, String issueKey, @Nullable String rawAddress, @Nullable String name) {}
