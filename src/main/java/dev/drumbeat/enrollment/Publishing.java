package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.log.About;
import dev.drumbeat.log.About.Thing;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Problems;
import dev.drumbeat.sequence.Apply;
import dev.drumbeat.sequence.Publication;
import dev.drumbeat.sequence.PublishDraft;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceStore;
import dev.drumbeat.sequence.SequenceVersion;
import dev.drumbeat.sequence.Sequences;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes drafts of sequences, for leads to come or for those under way as well (V1, V2). */
public final class Publishing {

  private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

  private final Stores stores;
  private final Sequences sequences;
  private final SequenceStore store;
  private final PublishOutlooks outlooks;

  public Publishing(
      Stores stores, Sequences sequences, SequenceStore store, PublishOutlooks outlooks) {
    this.stores = stores;
    this.sequences = sequences;
    this.store = store;
    this.outlooks = outlooks;
  }

  /**
   * Publishes the draft and lets campaigns follow it, in one unit; the leads are put to their
   * places afterwards. A draft that does not differ from what is in force gets no new number, but
   * campaigns may follow it that did not. Answers the version in force.
   */
  public Publication publish(Actor actor, long id, PublishDraft draft) {
    Sequence read = sequences.toChange(actor, id);
    Problems problems = new Problems();
    Apply proposal = PublishOutlooks.proposal(outlooks.differences(read));
    List<Campaign> campaigns = outlooks.launched(id);
    PublishCheck check = new PublishCheck(problems, stores.clock().instant());
    Apply apply = check.apply("apply", draft.apply(), proposal);
    List<Long> following = check.following(actor, campaigns, draft.campaigns(), apply);
    String note = check.note(draft.note());
    Instant since = check.continueSince(draft.continueFinished());
    sequences.checkToPublish(actor, read, problems);
    problems.refuse();
    if (draft.version() != null && draft.version() != read.version()) {
      throw Conflict.stale(read.version());
    }
    Publication next =
        new Publication(
            id,
            read.published() + 1,
            apply,
            note,
            actor.userKey(),
            stores.clock().instant(),
            since,
            read.steps().size());
    return publish(actor, read, next, following);
  }

  private Publication publish(Actor actor, Sequence read, Publication next, List<Long> following) {
    boolean isSame =
        store.published(read).map(SequenceVersion::steps).filter(read.steps()::equals).isPresent();
    int number = isSame ? read.published() : next.number();
    try {
      boolean done =
          stores
              .sql()
              .write(
                  c -> {
                    boolean there = isSame || store.publish(c, read, next);
                    if (there) {
                      stores.campaigns().follow(c, following, read.id(), number);
                    }
                    return there;
                  });
      if (!done) {
        throw stale(actor, read);
      }
    } catch (SqlFailure e) {
      throw e.isDuplicate() ? stale(actor, read) : e;
    }
    LOG.info(
        "{}: version {} is in force, campaigns whose leads under way follow it: {}",
        About.of(Thing.SEQUENCE, read.id()),
        number,
        following.size());
    return store.publication(read.id(), number).orElse(next);
  }

  private Conflict stale(Actor actor, Sequence read) {
    return Conflict.stale(sequences.get(actor, read.id()).version());
  }
}
