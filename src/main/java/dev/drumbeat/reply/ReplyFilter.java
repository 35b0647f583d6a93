package dev.drumbeat.reply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which messages are asked for; null is all of them. */
public record ReplyFilter(
    @Nullable ReplyState state,
    @Nullable ReplyKind kind,
    @Nullable Long campaignId,
    @Nullable Long enrollmentId,
    @Nullable Long issueId) {

  /** Every message. */
  public static final ReplyFilter ALL = new ReplyFilter(null, null, null, null, null);

  /** Those of a run. */
  public static ReplyFilter ofEnrollment(long id) {
    return new ReplyFilter(null, null, null, id, null);
  }

  /** Those of the leads of an issue. */
  public static ReplyFilter ofIssue(long id) {
    return new ReplyFilter(null, null, null, null, id);
  }

  /** The conditions, among these campaigns only; null is among all. */
  String where(@Nullable List<Long> campaigns) {
    List<String> conditions = new ArrayList<>();
    add(conditions, "STATE", state);
    add(conditions, "KIND", kind);
    add(conditions, "CAMPAIGN_ID", campaignId);
    add(conditions, "ENROLLMENT_ID", enrollmentId);
    add(conditions, "ISSUE_ID", issueId);
    if (campaigns != null) {
      String marks = String.join(", ", Collections.nCopies(campaigns.size(), "?"));
      conditions.add("{CAMPAIGN_ID} IN (" + marks + ")");
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  private static void add(List<String> conditions, String column, @Nullable Object value) {
    if (value != null) {
      conditions.add("{" + column + "} = ?");
    }
  }

  Object[] values(@Nullable List<Long> campaigns) {
    List<Object> values = new ArrayList<>();
    for (Object value :
        new @Nullable Object[] {
          state == null ? null : state.name(),
          kind == null ? null : kind.name(),
          campaignId,
          enrollmentId,
          issueId
        }) {
      if (value != null) {
        values.add(value);
      }
    }
    if (campaigns != null) {
      values.addAll(campaigns);
    }
    return values.toArray();
  }
}
