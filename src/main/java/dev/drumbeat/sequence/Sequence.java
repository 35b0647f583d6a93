package dev.drumbeat.sequence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Steps in their order. The version counts changes, also those of a step. The owner is a user key.
 * A sending config is the mail account that carries leads enrolled directly. A hidden sequence
 * belongs to one campaign and is in no list.
 */
public record Sequence(
    long id,
    int version,
    String name,
    @Nullable String description,
    String ownerKey,
    @Nullable Long sendingConfigId,
    boolean hidden,
    Instant createdAt,
    Instant updatedAt,
    List<Step> steps) {

  public Sequence {
    steps = List.copyOf(steps);
  }

  /** One that is not stored, of which only the steps matter. */
  public static Sequence ofSteps(List<Step> steps) {
    return new Sequence(0, 0, "", null, "", null, false, Instant.EPOCH, Instant.EPOCH, steps);
  }

  /** The step of that id, if it is one of this sequence. */
  public Optional<Step> step(long stepId) {
    return steps.stream().filter(step -> step.id() == stepId).findFirst();
  }
}
