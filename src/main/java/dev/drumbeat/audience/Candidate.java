package dev.drumbeat.audience;

import org.jspecify.annotations.Nullable;

/**
 * Somebody found on an issue: one for each address on it, or one without an address when there is
 * none. The address is as the issue has it, not checked, and so is what the field of the lead's
 * zone says, null when it is empty or not asked for.
 */
public record Candidate(
    long issueId,
    String issueKey,
    @Nullable String rawAddress,
    @Nullable String name,
    @Nullable String zoneText) {

  /** One of whose zone nothing is known. */
  public Candidate(
      long issueId, String issueKey, @Nullable String rawAddress, @Nullable String name) {
    this(issueId, issueKey, rawAddress, name, null);
  }
}
