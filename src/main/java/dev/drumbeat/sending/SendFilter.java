package dev.drumbeat.sending;

import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.database.Where;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which sends are asked for; null is all of them, and so is no state. */
public record SendFilter(
    @Nullable Long campaignId,
    @Nullable Long accountId,
    @Nullable Long issueId,
    @Nullable Long enrollmentId,
    @Nullable Long stepId,
    @Nullable String variant,
    Set<SendState> states,
    @Nullable Fate fate,
    @Nullable String ownerKey) {

  /** Every send. */
  public static final SendFilter ALL = all();

  public SendFilter {
    states = Set.copyOf(states);
  }

  private static SendFilter all() {
    return new SendFilter(null, null, null, null, null, null, Set.of(), null, null);
  }

  /** Those of a campaign. */
  public static SendFilter ofCampaign(long id) {
    return new SendFilter(id, null, null, null, null, null, Set.of(), null, null);
  }

  /** Those to the leads of an issue. */
  public static SendFilter ofIssue(long id) {
    return new SendFilter(null, null, id, null, null, null, Set.of(), null, null);
  }

  /** Only those in that state. */
  public SendFilter in(SendState wanted) {
    return in(Set.of(wanted));
  }

  /** Only those in one of those states. */
  public SendFilter in(Set<SendState> wanted) {
    return new SendFilter(
        campaignId, accountId, issueId, enrollmentId, stepId, variant, wanted, fate, ownerKey);
  }

  /** Only those of a step. */
  public SendFilter ofStep(long id) {
    return new SendFilter(
        campaignId, accountId, issueId, enrollmentId, id, variant, states, fate, ownerKey);
  }

  /** Only those that say that variant of their step. */
  public SendFilter saying(String wanted) {
    return new SendFilter(
        campaignId, accountId, issueId, enrollmentId, stepId, wanted, states, fate, ownerKey);
  }

  /** Only those that met with that. */
  public SendFilter that(Fate wanted) {
    return new SendFilter(
        campaignId, accountId, issueId, enrollmentId, stepId, variant, states, wanted, ownerKey);
  }

  /** Only those in campaigns of that owner. */
  public SendFilter ownedBy(String key) {
    return new SendFilter(
        campaignId, accountId, issueId, enrollmentId, stepId, variant, states, fate, key);
  }

  Where where() {
    Where where =
        Where.of("CAMPAIGN_ID", campaignId)
            .and("ACCOUNT_ID", accountId)
            .and("ISSUE_ID", issueId)
            .and("ENROLLMENT_ID", enrollmentId)
            .and("STEP_ID", stepId)
            .and("VARIANT", variant)
            .andIn("STATE", states)
            .andThat(CampaignStore.OF_OWNER, ownerKey);
    if (fate != null) {
      where.andAlways(fate.condition);
    }
    return where;
  }

  /** What a message may meet with beside its state. */
  public enum Fate {
    /** It came back, or was refused since there is no such address. */
    BOUNCED("{BOUNCED_AT} IS NOT NULL"),
    NOT_BOUNCED("{BOUNCED_AT} IS NULL"),
    /** It came back or was refused for good, whatever for. */
    FAILED("({BOUNCED_AT} IS NOT NULL OR {STATE} = 'REJECTED')");

    private final String condition;

    Fate(String condition) {
      this.condition = condition;
    }
  }
}
