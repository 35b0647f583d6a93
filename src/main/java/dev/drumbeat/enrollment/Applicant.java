package dev.drumbeat.enrollment;

import dev.drumbeat.audience.Candidate;
import org.jspecify.annotations.Nullable;

/** Somebody who is to be enrolled directly, perhaps without an issue. */
record Applicant(
    @Nullable Long issueId,
    @Nullable String issueKey,
    @Nullable String rawAddress,
    @Nullable String name) {

  static Applicant of(Candidate candidate) {
    return new Applicant(
        candidate.issueId(), candidate.issueKey(), candidate.rawAddress(), candidate.name());
  }

  /** An address alone. */
  static Applicant of(String address) {
    return new Applicant(null, null, address, null);
  }

  /** An issue that is not there for whoever asks. */
  static Applicant unseen(String issueKey) {
    return new Applicant(null, issueKey, null, null);
  }
}
