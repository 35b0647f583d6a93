package dev.drumbeat.reply;

import dev.drumbeat.campaign.CampaignRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which messages are asked for; null is all of them. */
public record ReplyFilter(
    @Nullable ReplyState state,
    @Nullable ReplyKind kind,
    @Nullable Long campaignId,
    @Nullable Long enrollmentId,
    @Nullable Long issueId,
    @Nullable String ownerKey) {

  private static final String OF_OWNER =
      "{CAMPAIGN_ID} IN (SELECT {ID} FROM {@%s} WHERE {OWNER_KEY} = ?)"
          .formatted(CampaignRow.TABLE);

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

  String where() {
    List<String> conditions = new ArrayList<>();
    add(conditions, "STATE", state);
    add(conditions, "KIND", kind);
    add(conditions, "CAMPAIGN_ID", campaignId);
    add(conditions, "ENROLLMENT_ID", enrollmentId);
    add(conditions, "ISSUE_ID", issueId);
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
          state == null ? null : state.name(),
          kind == null ? null : kind.name(),
          campaignId,
          enrollmentId,
          issueId,
          ownerKey
        }) {
      if (value != null) {
        values.add(value);
      }
    }
    return values.toArray();
  }
}
