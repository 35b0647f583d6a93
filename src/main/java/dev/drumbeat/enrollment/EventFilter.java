package dev.drumbeat.enrollment;

import java.util.ArrayList;
import java.util.List;
import net.java.ao.Query;
import org.jspecify.annotations.Nullable;

/** Which events are asked for: those after an id, and of one kind or thing; null is all. */
public record EventFilter(
    long afterId,
    @Nullable EventType type,
    @Nullable Long campaignId,
    @Nullable Long enrollmentId) {

  /** Everything that ever happened. */
  public static final EventFilter ALL = new EventFilter(0, null, null, null);

  /** What happened in a campaign. */
  public static EventFilter ofCampaign(long id) {
    return new EventFilter(0, null, id, null);
  }

  /** What happened to one run. */
  public static EventFilter ofEnrollment(long id) {
    return new EventFilter(0, null, null, id);
  }

  /** Only what happened after that event. */
  public EventFilter after(long id) {
    return new EventFilter(id, type, campaignId, enrollmentId);
  }

  /** Only that kind. */
  public EventFilter only(EventType wanted) {
    return new EventFilter(afterId, wanted, campaignId, enrollmentId);
  }

  Query query() {
    List<String> conditions = new ArrayList<>(List.of("ID > ?"));
    List<Object> values = new ArrayList<>(List.of(afterId));
    if (type != null) {
      conditions.add("TYPE = ?");
      values.add(type.name());
    }
    if (campaignId != null) {
      conditions.add("CAMPAIGN_ID = ?");
      values.add(campaignId);
    }
    if (enrollmentId != null) {
      conditions.add("ENROLLMENT_ID = ?");
      values.add(enrollmentId);
    }
    return Query.select().where(String.join(" AND ", conditions), values.toArray());
  }
}
