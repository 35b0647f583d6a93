package dev.drumbeat.enrollment;

import dev.drumbeat.audience.Candidate;
import org.jspecify.annotations.Nullable;

/** Somebody who is to be enrolled directly, perhaps without an issue. */
record Applicant(
    @Nullable Long issueId,
    @Nullable String issueKey,
    @Nullable String rawAddress,
    @Nullable String name,
    ZoneHints zone) {

  static Applicant of(Candidate candidate) {
    return new Applicant(
        candidate.issueId(),
        candidate.issueKey(),
        candidate.rawAddress(),
        candidate.name(),
        ZoneHints.ofField(candidate.zoneText()));
  }

  /** An address alone. */
  static Applicant of(String address) {
    return new Applicant(null, null, address, null, ZoneHints.NONE);
  }

  /** An issue that is not there for whoever asks. */
  static Applicant unseen(String issueKey) {
    return new Applicant(null, issueKey, null, null, ZoneHints.NONE);
  }

  /** The same, in that zone if it is one; null says nothing. */
  Applicant saying(@Nullable String said) {
    return new Applicant(issueId, issueKey, rawAddress, name, zone.saying(said));
  }
}
