package dev.drumbeat.reply;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Messages that came back, as users may see them: those of the campaigns that they may see. */
public final class Replies {

  private static final int MOST_CAMPAIGNS = 1_000;

  private final ReplyStore store;
  private final VisibleCampaigns campaigns;
  private final InstantSource clock;

  Replies(ReplyStore store, VisibleCampaigns campaigns, InstantSource clock) {
    this.store = store;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /** One message; that of somebody else's campaign is not there. */
  public Reply get(Actor actor, long id) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return store
        .find(id)
        .filter(reply -> isVisible(actor, reply))
        .orElseThrow(() -> new NotFound(Reason.of("drumbeat.reply.not-found", Long.toString(id))));
  }

  private boolean isVisible(Actor actor, Reply reply) {
    try {
      campaigns.get(actor, reply.match().campaignId());
      return true;
    } catch (NotFound e) {
      return actor.has(Right.ADMINISTER);
    }
  }

  /** Messages, the newest first. */
  public List<Reply> page(Actor actor, ReplyFilter filter, int startAt, int maxResults) {
    return campaigns(actor)
        .map(
            some ->
                some.isEmpty() ? List.<Reply>of() : store.page(filter, some, startAt, maxResults))
        .orElseGet(() -> store.page(filter, null, startAt, maxResults));
  }

  /** How many there are. */
  public int count(Actor actor, ReplyFilter filter) {
    return campaigns(actor)
        .map(some -> some.isEmpty() ? 0 : store.count(filter, some))
        .orElseGet(() -> store.count(filter, null));
  }

  /** The newest campaigns of a user; empty for administrators, who see all. */
  private Optional<List<Long>> campaigns(Actor actor) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return actor.has(Right.ADMINISTER)
        ? Optional.empty()
        : Optional.of(
            campaigns.page(actor, null, 0, MOST_CAMPAIGNS).stream().map(Campaign::id).toList());
  }

  /** Somebody has dealt with it. Closing twice changes nothing. */
  public Reply close(Actor actor, long id) {
    return change(actor, id, ReplyState.CLOSED);
  }

  /** Somebody has to deal with it again. */
  public Reply open(Actor actor, long id) {
    return change(actor, id, ReplyState.OPEN);
  }

  private Reply change(Actor actor, long id, ReplyState to) {
    Reply read = get(actor, id);
    if (read.state() != to && !store.changeState(read, to, clock.instant())) {
      throw Conflict.stale(get(actor, id).version());
    }
    return get(actor, id);
  }
}
