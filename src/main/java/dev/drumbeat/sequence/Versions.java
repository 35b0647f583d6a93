package dev.drumbeat.sequence;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The published versions of sequences (V1), for those who may see the sequence. */
public final class Versions {

  private final Sequences sequences;
  private final SequenceStore store;

  public Versions(Sequences sequences, SequenceStore store) {
    this.sequences = sequences;
    this.store = store;
  }

  /** What is known of them without their steps, the newest first. */
  public List<Publication> page(Actor actor, long id, int startAt, int maxResults) {
    return store.publications(sequences.get(actor, id).id(), startAt, maxResults);
  }

  /** How many there are. */
  public int count(Actor actor, long id) {
    return store.countPublications(sequences.get(actor, id).id());
  }

  /** What is known of one. */
  public Publication publication(Actor actor, long id, int number) {
    return store
        .publication(sequences.get(actor, id).id(), number)
        .orElseThrow(() -> gone(id, number));
  }

  /** One with its steps. */
  public SequenceVersion get(Actor actor, long id, int number) {
    publication(actor, id, number);
    return store.version(id, number).orElseThrow(() -> gone(id, number));
  }

  /**
   * Makes the steps of that version the draft again, of the one in force when there is no number;
   * each step keeps its id (V3). A sequence that was never published has nothing to go back to.
   */
  public Sequence revert(
      Actor actor, long id, @Nullable Integer number, @Nullable Integer version) {
    Sequence read = sequences.toChange(actor, id);
    int wanted = number == null ? read.published() : number;
    if (number == null && wanted == SequenceVersion.DRAFT) {
      throw new Conflict(Reason.of("drumbeat.publish.never", read.name()));
    }
    List<Step> steps = get(actor, id, wanted).steps();
    return sequences.restore(actor, read, steps, version);
  }

  private static NotFound gone(long id, int number) {
    return new NotFound(
        Reason.of("drumbeat.publish.no-version", Integer.toString(number), Long.toString(id)));
  }
}
