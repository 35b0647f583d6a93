package dev.drumbeat.sequence;

import java.time.Instant;
import java.util.List;

/**
 * A sequence whose steps were changed and whose waiting leads may not be at their places yet: what
 * the steps were before each change, the oldest first, and when the last one was.
 */
public record Replaced(Sequence sequence, List<EarlierSteps> earlier, Instant at) {

  public Replaced {
    earlier = List.copyOf(earlier);
  }
}
