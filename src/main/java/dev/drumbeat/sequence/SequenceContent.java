package dev.drumbeat.sequence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people set on a sequence, checked. Steps without an id are not stored yet. */
record SequenceContent(
    String name, @Nullable String description, @Nullable Long sendingConfigId, List<Step> steps) {

  static SequenceContent of(Sequence sequence) {
    return new SequenceContent(
        sequence.name(), sequence.description(), sequence.sendingConfigId(), sequence.steps());
  }

  /**
   * The same with other steps in that order. A step keeps its position where it can, since leads
   * under way remember positions: what follows them stays behind them (V4).
   */
  SequenceContent with(List<Step> inOrder) {
    List<Step> placed = new ArrayList<>();
    int last = 0;
    for (Step step : inOrder) {
      last = Math.max(last + 1, step.position());
      placed.add(step.at(last));
    }
    return new SequenceContent(name, description, sendingConfigId, placed);
  }
}
