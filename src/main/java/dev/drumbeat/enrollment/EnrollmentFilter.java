package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.database.Where;
import org.jspecify.annotations.Nullable;

/** Which enrollments are asked for; null is all of them. */
public record EnrollmentFilter(
    @Nullable Long campaignId,
    @Nullable Long issueId,
    @Nullable String addressKey,
    @Nullable EnrollmentState state,
    @Nullable String reason,
    @Nullable String ownerKey,
    @Nullable String ownerOrEnrollerKey,
    @Nullable Long stepId,
    @Nullable RunTrait trait) {

  private static final String OF_OWNER_OR_ENROLLER =
      "(" + CampaignStore.OF_OWNER + " OR {ENROLLED_BY} = ?)";

  /** Every enrollment. */
  public static final EnrollmentFilter ALL =
      new EnrollmentFilter(null, null, null, null, null, null, null, null, null);

  /** Those of a campaign. */
  public static EnrollmentFilter ofCampaign(long id) {
    return new EnrollmentFilter(id, null, null, null, null, null, null, null, null);
  }

  /** Those that came through an issue. */
  public static EnrollmentFilter ofIssue(long id) {
    return new EnrollmentFilter(null, id, null, null, null, null, null, null, null);
  }

  /** Those of a lead. */
  public static EnrollmentFilter ofLead(String addressKey) {
    return new EnrollmentFilter(null, null, addressKey, null, null, null, null, null, null);
  }

  /** Only those in that state. */
  public EnrollmentFilter in(EnrollmentState wanted) {
    return new EnrollmentFilter(
        campaignId,
        issueId,
        addressKey,
        wanted,
        reason,
        ownerKey,
        ownerOrEnrollerKey,
        stepId,
        trait);
  }

  /** Only those that ended or wait for that reason. */
  public EnrollmentFilter because(EndReason wanted) {
    return because(wanted.name());
  }

  /** Only those that ended or wait for that reason. */
  public EnrollmentFilter because(PauseReason wanted) {
    return because(wanted.name());
  }

  private EnrollmentFilter because(String wanted) {
    return new EnrollmentFilter(
        campaignId,
        issueId,
        addressKey,
        state,
        wanted,
        ownerKey,
        ownerOrEnrollerKey,
        stepId,
        trait);
  }

  /** Only those in campaigns of that owner. */
  public EnrollmentFilter ownedBy(String key) {
    return new EnrollmentFilter(
        campaignId, issueId, addressKey, state, reason, key, null, stepId, trait);
  }

  /** Only those in campaigns of that user, or of leads whom that user enrolled. */
  public EnrollmentFilter ownedOrEnrolledBy(String key) {
    return new EnrollmentFilter(
        campaignId, issueId, addressKey, state, reason, null, key, stepId, trait);
  }

  /** Only those that are at a step, or, of those who answered, that answered it first. */
  public EnrollmentFilter at(long step) {
    return new EnrollmentFilter(
        campaignId, issueId, addressKey, state, reason, ownerKey, ownerOrEnrollerKey, step, trait);
  }

  /** Only those of which that may be said. */
  public EnrollmentFilter that(RunTrait wanted) {
    return new EnrollmentFilter(
        campaignId,
        issueId,
        addressKey,
        state,
        reason,
        ownerKey,
        ownerOrEnrollerKey,
        stepId,
        wanted);
  }

  Where where() {
    Where where = of();
    if (trait != null) {
      where.andAlways(trait.condition());
    }
    return where.and(trait == null ? "STEP_ID" : trait.step(), stepId);
  }

  private Where of() {
    return Where.of("CAMPAIGN_ID", campaignId)
        .and("ISSUE_ID", issueId)
        .and("ADDRESS_KEY", addressKey)
        .and("STATE", state)
        .and("REASON", reason)
        .andThat(CampaignStore.OF_OWNER, ownerKey)
        .andThat(OF_OWNER_OR_ENROLLER, ownerOrEnrollerKey, ownerOrEnrollerKey);
  }
}
