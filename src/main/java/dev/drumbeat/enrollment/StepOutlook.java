package dev.drumbeat.enrollment;

import dev.drumbeat.sequence.Step;
import org.jspecify.annotations.Nullable;

/**
 * What publishing means for those who wait for a step: how many there are, what they wait for
 * afterwards, null is nothing any more, and whether that is due at another time. The step is null
 * when it is in no version that is known.
 */
public record StepOutlook(
    long stepId, @Nullable Step step, int waiting, @Nullable Step next, boolean otherTime) {

  /** Whether they wait for something else or at another time afterwards. */
  public boolean isMove() {
    return next == null || next.id() != stepId || otherTime;
  }

  StepOutlook plus(StepOutlook other) {
    return new StepOutlook(stepId, step, waiting + other.waiting, next, otherTime);
  }
}
