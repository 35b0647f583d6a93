package dev.drumbeat.sequence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Steps in their order. The version counts changes, also those of a step. The owner is a user key.
 * A sending config is the mail account that carries leads enrolled directly. A hidden sequence
 * belongs to one campaign and is in no list. The steps are the draft (V1); what leads receive is
 * the version that was published last, 0 is none yet. One that is deleted is there for the history
 * of its campaigns alone.
 */
public record Sequence(
    long id,
    int version,
    String name,
    @Nullable String description,
    String ownerKey,
    @Nullable Long sendingConfigId,
    boolean hidden,
    boolean deleted,
    int published,
    Instant createdAt,
    Instant updatedAt,
    List<Step> steps) {

  public Sequence {
    steps = List.copyOf(steps);
  }

  /** One that is not stored, of which only the steps matter. */
  public static Sequence ofSteps(List<Step> steps) {
    return new Sequence(
        0, 0, "", null, "", null, false, false, 0, Instant.EPOCH, Instant.EPOCH, steps);
  }

  /** The same with other steps. */
  public Sequence saying(List<Step> otherSteps) {
    return new Sequence(
        id,
        version,
        name,
        description,
        ownerKey,
        sendingConfigId,
        hidden,
        deleted,
        published,
        createdAt,
        updatedAt,
        otherSteps);
  }

  /** The step of that id, if it is one of this sequence. */
  public Optional<Step> step(long stepId) {
    return steps.stream().filter(step -> step.id() == stepId).findFirst();
  }
}
