package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.CampaignRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which enrollments are asked for; null is all of them. */
public record EnrollmentFilter(
    @Nullable Long campaignId,
    @Nullable Long issueId,
    @Nullable String addressKey,
    @Nullable EnrollmentState state,
    @Nullable String reason,
    @Nullable String ownerKey) {

  private static final String OF_OWNER =
      "{CAMPAIGN_ID} IN (SELECT {ID} FROM {@%s} WHERE {OWNER_KEY} = ?)"
          .formatted(CampaignRow.TABLE);

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

  /** The conditions, to go behind others. */
  String and() {
    return conditions().isEmpty() ? "" : " AND " + conditions();
  }

  /** The conditions, alone. */
  String where() {
    return conditions().isEmpty() ? "" : " WHERE " + conditions();
  }

  private String conditions() {
    List<String> conditions = new ArrayList<>();
    add(conditions, "CAMPAIGN_ID", campaignId);
    add(conditions, "ISSUE_ID", issueId);
    add(conditions, "ADDRESS_KEY", addressKey);
    add(conditions, "STATE", state);
    add(conditions, "REASON", reason);
    if (ownerKey != null) {
      conditions.add(OF_OWNER);
    }
    return String.join(" AND ", conditions);
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
          campaignId, issueId, addressKey, state == null ? null : state.name(), reason, ownerKey
        }) {
      if (value != null) {
        values.add(value);
      }
    }
    return values.toArray();
  }
}
