package dev.drumbeat.sequence;

import java.util.List;
import java.util.Optional;

/**
 * The steps of a sequence as they were published under that number, from 1; they never change (V1).
 * The number 0 is a draft, which nobody receives.
 */
public record SequenceVersion(long sequenceId, int number, List<Step> steps) {

  /** The number of what is not published. */
  public static final int DRAFT = 0;

  public SequenceVersion {
    steps = List.copyOf(steps);
  }

  /** The steps of a sequence as they are being written. */
  public static SequenceVersion draft(Sequence sequence) {
    return new SequenceVersion(sequence.id(), DRAFT, sequence.steps());
  }

  /** The step of that id, if it is one of this version. */
  public Optional<Step> step(long stepId) {
    return steps.stream().filter(step -> step.id() == stepId).findFirst();
  }
}
