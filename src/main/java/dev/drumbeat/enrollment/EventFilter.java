package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.CampaignRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for: those after an id or from a moment on, and of one kind, thing or
 * owner; null is all.
 */
public record EventFilter(
    long afterId,
    @Nullable Instant from,
    @Nullable EventType type,
    @Nullable Long campaignId,
    @Nullable Long enrollmentId,
    @Nullable String ownerKey) {

  private static final String OF_OWNER =
      "{CAMPAIGN_ID} IN (SELECT {ID} FROM {@%s} WHERE {OWNER_KEY} = ?)"
          .formatted(CampaignRow.TABLE);

  /** Everything that ever happened. */
  public static final EventFilter ALL = new EventFilter(0, null, null, null, null, null);

  /** What happened in a campaign. */
  public static EventFilter ofCampaign(long id) {
    return new EventFilter(0, null, null, id, null, null);
  }

  /** What happened to one run. */
  public static EventFilter ofEnrollment(long id) {
    return new EventFilter(0, null, null, null, id, null);
  }

  /** Only what happened after that event. */
  public EventFilter after(long id) {
    return new EventFilter(id, from, type, campaignId, enrollmentId, ownerKey);
  }

  /** Only what happened at that moment or later. */
  public EventFilter from(Instant moment) {
    return new EventFilter(afterId, moment, type, campaignId, enrollmentId, ownerKey);
  }

  /** Only that kind. */
  public EventFilter only(EventType wanted) {
    return new EventFilter(afterId, from, wanted, campaignId, enrollmentId, ownerKey);
  }

  /** Only that campaign. */
  public EventFilter in(long campaign) {
    return new EventFilter(afterId, from, type, campaign, enrollmentId, ownerKey);
  }

  /** Only in campaigns of that owner. */
  public EventFilter ownedBy(String key) {
    return new EventFilter(afterId, from, type, campaignId, enrollmentId, key);
  }

  String where() {
    List<String> conditions = new ArrayList<>(List.of("{ID} > ?"));
    add(conditions, "{AT} >= ?", from);
    add(conditions, "{TYPE} = ?", type);
    add(conditions, "{CAMPAIGN_ID} = ?", campaignId);
    add(conditions, "{ENROLLMENT_ID} = ?", enrollmentId);
    add(conditions, OF_OWNER, ownerKey);
    return " WHERE " + String.join(" AND ", conditions);
  }

  private static void add(List<String> conditions, String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
    }
  }

  Object[] values() {
    List<Object> values = new ArrayList<>();
    for (Object value :
        new @Nullable Object[] {
          afterId,
          from == null ? null : from.toEpochMilli(),
          type == null ? null : type.name(),
          campaignId,
          enrollmentId,
          ownerKey
        }) {
      if (value != null) {
        values.add(value);
      }
    }
    return values.toArray();
  }
}
