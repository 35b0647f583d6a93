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
    @Nullable String ownerKey) {

  /** Every enrollment. */
  public static final EnrollmentFilter ALL =
      new EnrollmentFilter(null, null, null, null, null, null);

  /** Those of a campaign. */
  public static EnrollmentFilter ofCampaign(long id) {
    return new EnrollmentFilter(id, null, null, null, null, null);
  }

  /** Those that came through an issue. */
  public static EnrollmentFilter ofIssue(long id) {
    return new EnrollmentFilter(null, id, null, null, null, null);
  }

  /** Those of a lead. */
  public static EnrollmentFilter ofLead(String addressKey) {
    return new EnrollmentFilter(null, null, addressKey, null, null, null);
  }

  /** Only those in that state. */
  public EnrollmentFilter in(EnrollmentState wanted) {
    return new EnrollmentFilter(campaignId, issueId, addressKey, wanted, reason, ownerKey);
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
    return new EnrollmentFilter(campaignId, issueId, addressKey, state, wanted, ownerKey);
  }

  /** Only those in campaigns of that owner. */
  public EnrollmentFilter ownedBy(String key) {
    return new EnrollmentFilter(campaignId, issueId, addressKey, state, reason, key);
  }

  Where where() {
    return Where.of("CAMPAIGN_ID", campaignId)
        .and("ISSUE_ID", issueId)
        .and("ADDRESS_KEY", addressKey)
        .and("STATE", state)
        .and("REASON", reason)
        .andThat(CampaignStore.OF_OWNER, ownerKey);
  }
}
