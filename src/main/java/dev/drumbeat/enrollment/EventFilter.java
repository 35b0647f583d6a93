package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.database.Where;
import java.time.Instant;
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

  Where where() {
    return Where.that("{ID} > ?", afterId)
        .andThat("{AT} >= ?", from == null ? null : from.toEpochMilli())
        .and("TYPE", type)
        .and("CAMPAIGN_ID", campaignId)
        .and("ENROLLMENT_ID", enrollmentId)
        .andThat(CampaignStore.OF_OWNER, ownerKey);
  }
}
