package dev.drumbeat.sending;

import dev.drumbeat.campaign.CampaignRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which sends are asked for; null is all of them. */
public record SendFilter(
    @Nullable Long campaignId,
    @Nullable Long accountId,
    @Nullable Long issueId,
    @Nullable Long enrollmentId,
    @Nullable SendState state,
    @Nullable String ownerKey) {

  private static final String OF_OWNER =
      "{CAMPAIGN_ID} IN (SELECT {ID} FROM {@%s} WHERE {OWNER_KEY} = ?)"
          .formatted(CampaignRow.TABLE);

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

  String where() {
    List<String> conditions = new ArrayList<>();
    add(conditions, "CAMPAIGN_ID", campaignId);
    add(conditions, "ACCOUNT_ID", accountId);
    add(conditions, "ISSUE_ID", issueId);
    add(conditions, "ENROLLMENT_ID", enrollmentId);
    add(conditions, "STATE", state);
    if (ownerKey != null) {
      conditions.add(OF_OWNER);
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private static void add(List<String> conditions, String column, @Nullable Object value) {
    if (value != null) {
      conditions.add("{" + column + "} = ?");
    }
  }

  Object[] values() {
    List<Object> values = new ArrayList<>();
    for (Object value :
        new @Nullable Object[] {
          campaignId,
          accountId,
          issueId,
          enrollmentId,
          state == null ? null : state.name(),
          ownerKey
        }) {
      if (value != null) {
        values.add(value);
      }
    }
    return values.toArray();
  }
}
