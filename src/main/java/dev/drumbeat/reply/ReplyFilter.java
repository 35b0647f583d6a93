package dev.drumbeat.reply;

import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.database.Where;
import org.jspecify.annotations.Nullable;

/** Which messages are asked for; null is all of them. */
public record ReplyFilter(
    @Nullable ReplyState state,
    @Nullable ReplyKind kind,
    @Nullable Long campaignId,
    @Nullable Long enrollmentId,
    @Nullable Long issueId,
    @Nullable String ownerKey) {

  /** Every message. */
  public static final ReplyFilter ALL = new ReplyFilter(null, null, null, null, null, null);

  /** Those of a run. */
  public static ReplyFilter ofEnrollment(long id) {
    return new ReplyFilter(null, null, null, id, null, null);
  }

  /** Those of the leads of an issue. */
  public static ReplyFilter ofIssue(long id) {
    return new ReplyFilter(null, null, null, null, id, null);
  }

  /** Only those in campaigns of that owner. */
  ReplyFilter ownedBy(String key) {
    return new ReplyFilter(state, kind, campaignId, enrollmentId, issueId, key);
  }

  Where where() {
    return Where.of("STATE", state)
        .and("KIND", kind)
        .and("CAMPAIGN_ID", campaignId)
        .and("ENROLLMENT_ID", enrollmentId)
        .and("ISSUE_ID", issueId)
        .andThat(CampaignStore.OF_OWNER, ownerKey);
  }
}
