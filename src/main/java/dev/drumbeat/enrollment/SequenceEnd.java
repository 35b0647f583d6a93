package dev.drumbeat.enrollment;

import static java.util.stream.Collectors.joining;

import dev.drumbeat.audience.People;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceStore;
import dev.drumbeat.sequence.Sequences;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deletes sequences and gives them to somebody else. One that campaigns say is not deleted just so:
 * somebody has to end its leads first, or it goes to another owner (§6).
 */
public final class SequenceEnd {

  private static final String FINISH = "finish";
  private static final int MOST_NAMES = 5;

  private final Stores stores;
  private final Sequences sequences;
  private final SequenceStore store;
  private final CampaignControl control;
  private final People people;

  public SequenceEnd(
      Stores stores,
      Sequences sequences,
      SequenceStore store,
      CampaignControl control,
      People people) {
    this.stores = stores;
    this.sequences = sequences;
    this.store = store;
    this.control = control;
    this.people = people;
  }

  /**
   * Deletes a sequence that no campaign says. With {@code finish} its campaigns are cancelled
   * first, which ends their leads; what they said stays in their history.
   */
  public void delete(Actor actor, long id, @Nullable String leads) {
    Sequence read = sequences.toChange(actor, id);
    List<Campaign> campaigns = campaigns(id);
    if (leads == null) {
      mustBeUnused(actor, read, campaigns);
      sequences.delete(actor, id);
    } else if (leads.equals(FINISH)) {
      finish(actor, read, campaigns);
    } else {
      throw InvalidInput.at("leads", Reason.of("drumbeat.invalid.word", leads, FINISH));
    }
  }

  private void mustBeUnused(Actor actor, Sequence read, List<Campaign> campaigns) {
    if (!campaigns.isEmpty()) {
      throw new Conflict(
          Reason.of(
              "drumbeat.sequence.used-by",
              read.name(),
              campaigns.size(),
              stores.enrollments().countOpenOfCampaigns(ids(campaigns)),
              names(actor, campaigns)));
    }
  }

  private void finish(Actor actor, Sequence read, List<Campaign> campaigns) {
    List<Campaign> open = campaigns.stream().filter(c -> !c.state().isOver()).toList();
    if (open.stream().anyMatch(campaign -> !campaign.isVisibleTo(actor))) {
      throw new Conflict(Reason.of("drumbeat.sequence.others-use", read.name()));
    }
    Optional<Campaign> draft =
        open.stream().filter(c -> c.state() == CampaignState.DRAFT).findFirst();
    if (draft.isPresent()) {
      String name = draft.get().plan().name();
      throw new Conflict(Reason.of("drumbeat.sequence.draft-uses", read.name(), name));
    }
    open.forEach(campaign -> control.cancel(actor, campaign.id()));
    if (campaigns.isEmpty()) {
      sequences.delete(actor, read.id());
    } else if (!store.retire(read, stores.clock().instant())) {
      throw Conflict.stale(sequences.get(actor, read.id()).version());
    }
  }

  private List<Campaign> campaigns(long id) {
    return List.copyOf(stores.campaigns().findAll(stores.campaigns().ids(id)).values());
  }

  private static List<Long> ids(List<Campaign> campaigns) {
    return campaigns.stream().map(Campaign::id).toList();
  }

  /** Of those that the actor may see. */
  private static String names(Actor actor, List<Campaign> campaigns) {
    return campaigns.stream()
        .filter(campaign -> campaign.isVisibleTo(actor))
        .map(campaign -> campaign.plan().name())
        .limit(MOST_NAMES)
        .collect(joining(", "));
  }

  /** Gives a sequence to the user of that key, who may change it from then on. */
  public Sequence transfer(Actor actor, long id, @Nullable String ownerKey) {
    sequences.toChange(actor, id);
    if (ownerKey == null || ownerKey.isBlank()) {
      throw InvalidInput.at("owner", Reason.of("drumbeat.invalid.required"));
    }
    if (!people.isActive(ownerKey)) {
      throw InvalidInput.at("owner", Reason.of("drumbeat.sequence.no-owner", ownerKey));
    }
    return sequences.transfer(actor, id, ownerKey);
  }
}
