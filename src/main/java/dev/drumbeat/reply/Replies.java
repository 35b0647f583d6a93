package dev.drumbeat.reply;

import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sending.Replied;
import dev.drumbeat.sequence.ReplyClass;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Messages that came back, as users may see them: those of the campaigns that they may see. */
public final class Replies implements Replied {

  private final ReplyStore store;
  private final CampaignStore campaigns;
  private final InstantSource clock;

  Replies(ReplyStore store, CampaignStore campaigns, InstantSource clock) {
    this.store = store;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /** One message; that of somebody else's campaign is not there. */
  public Reply get(Actor actor, long id) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return store
        .find(id)
        .filter(reply -> mayBeSeen(actor, reply))
        .orElseThrow(() -> new NotFound(Reason.of("drumbeat.reply.not-found", Long.toString(id))));
  }

  private boolean mayBeSeen(Actor actor, Reply reply) {
    return actor.has(Right.ADMINISTER)
        || campaigns.find(reply.match().campaignId()).filter(c -> c.isVisibleTo(actor)).isPresent();
  }

  @Override
  public boolean came(long enrollmentId, Set<ReplyClass> classes) {
    Set<ReplyKind> kinds =
        classes.stream()
            .map(each -> ReplyKind.valueOf(each.name()))
            .collect(Collectors.toUnmodifiableSet());
    return store.hasSure(enrollmentId, kinds);
  }

  /** What came back in a run, the newest first; the run is one that the asker may see. */
  public List<Reply> ofRun(Enrollment run, int most) {
    return store.page(ReplyFilter.ofEnrollment(run.id()), 0, most);
  }

  /** What came back from the leads of an issue, the newest first; the asker may browse it. */
  public List<Reply> ofIssue(long issueId, int most) {
    return store.page(ReplyFilter.ofIssue(issueId), 0, most);
  }

  /** Messages, the newest first. */
  public List<Reply> page(Actor actor, ReplyFilter filter, int startAt, int maxResults) {
    return store.page(visible(actor, filter), startAt, maxResults);
  }

  /** How many there are. */
  public int count(Actor actor, ReplyFilter filter) {
    return store.count(visible(actor, filter));
  }

  private static ReplyFilter visible(Actor actor, ReplyFilter filter) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return actor.has(Right.ADMINISTER) ? filter : filter.ownedBy(actor.userKey());
  }

  /** The last messages of a lead in any campaign, the last first; who asks hides what is hidden. */
  public List<Reply> lastOf(String leadKey, int most) {
    return store.last(leadKey, most);
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
