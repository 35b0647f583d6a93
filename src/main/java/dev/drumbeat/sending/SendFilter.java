package dev.drumbeat.sending;

import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.database.Where;
import org.jspecify.annotations.Nullable;

/** Which sends are asked for; null is all of them. */
public record SendFilter(
    @Nullable Long campaignId,
    @Nullable Long accountId,
    @Nullable Long issueId,
    @Nullable Long enrollmentId,
    @Nullable SendState state,
    @Nullable String ownerKey) {

  /** Every send. */
  public static final SendFilter ALL = new SendFilter(null, null, null, null, null, null);

  /** Those of a campaign. */
  public static SendFilter ofCampaign(long id) {
    return new SendFilter(id, null, null, null, null, null);
  }

  /** Those to the leads of an issue. */
  public static SendFilter ofIssue(long id) {
    return new SendFilter(null, null, id, null, null, null);
  }

  /** Only those in that state. */
  public SendFilter in(SendState wanted) {
    return new SendFilter(campaignId, accountId, issueId, enrollmentId, wanted, ownerKey);
  }

  /** Only those in campaigns of that owner. */
  public SendFilter ownedBy(String key) {
    return new SendFilter(campaignId, accountId, issueId, enrollmentId, state, key);
  }

  Where where() {
    return Where.of("CAMPAIGN_ID", campaignId)
        .and("ACCOUNT_ID", accountId)
        .and("ISSUE_ID", issueId)
        .and("ENROLLMENT_ID", enrollmentId)
        .and("STATE", state)
        .andThat(CampaignStore.OF_OWNER, ownerKey);
  }
}
