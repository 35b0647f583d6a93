package dev.drumbeat.campaign;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Campaigns as a user may see them: the own ones, and all of them for administrators. */
public final class VisibleCampaigns {

  private final CampaignStore store;

  public VisibleCampaigns(CampaignStore store) {
    this.store = store;
  }

  /** One campaign; somebody else's is not there. */
  public Campaign get(Actor actor, long id) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return store
        .find(id)
        .filter(campaign -> campaign.isVisibleTo(actor))
        .orElseThrow(
            () -> new NotFound(Reason.of("drumbeat.campaign.not-found", Long.toString(id))));
  }

  /**
   * Campaigns, the newest first, without those that carry direct enrollments; null is in any state.
   */
  public List<Campaign> page(
      Actor actor, @Nullable CampaignState state, int startAt, int maxResults) {
    return store.page(filter(actor, state), startAt, maxResults);
  }

  /** Those that nobody put out of the way, the newest first. */
  public List<Campaign> current(Actor actor, int startAt, int maxResults) {
    return store.page(filter(actor, null).withoutArchived(), startAt, maxResults);
  }

  /** How many there are; null is in any state. */
  public int count(Actor actor, @Nullable CampaignState state) {
    return store.count(filter(actor, state));
  }

  /** Those of them that say a sequence, the newest first. */
  public List<Campaign> saying(Actor actor, long sequenceId, int startAt, int maxResults) {
    CampaignFilter filter = filter(actor, null);
    return store.page(
        new CampaignFilter(filter.ownerKey(), null, sequenceId).withoutCarriers(),
        startAt,
        maxResults);
  }

  private static CampaignFilter filter(Actor actor, @Nullable CampaignState state) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    String owner = actor.has(Right.ADMINISTER) ? null : actor.userKey();
    return new CampaignFilter(owner, state, null).withoutCarriers();
  }
}
