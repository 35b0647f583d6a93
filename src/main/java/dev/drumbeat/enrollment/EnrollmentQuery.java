package dev.drumbeat.enrollment;

import org.jspecify.annotations.Nullable;

/** Which enrollments a user asks for, not checked yet: null is any. */
public record EnrollmentQuery(
    @Nullable String campaignId,
    @Nullable String issueKey,
    @Nullable String email,
    @Nullable String state,
    @Nullable String reason,
    @Nullable String stepId,
    @Nullable String has) {

  /** Those that match these. */
  public EnrollmentQuery(
      @Nullable String campaignId,
      @Nullable String issueKey,
      @Nullable String email,
      @Nullable String state,
      @Nullable String reason) {
    this(campaignId, issueKey, email, state, reason, null, null);
  }

  /** Those of one campaign. */
  public static EnrollmentQuery ofCampaign(
      long id, @Nullable String state, @Nullable String reason) {
    return new EnrollmentQuery(Long.toString(id), null, null, state, reason, null, null);
  }
}
