package dev.drumbeat.sequence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The steps of a sequence in their order, and what one change makes of them. */
record StepList(List<Step> steps) {

  StepList {
    steps = List.copyOf(steps);
  }

  static StepList of(Sequence sequence) {
    return new StepList(sequence.steps());
  }

  StepList plus(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new StepList(more);
  }

  StepList without(Step step) {
    return new StepList(steps.stream().filter(each -> !each.equals(step)).toList());
  }

  StepList with(Step changed) {
    return new StepList(
        steps.stream().map(step -> step.id() == changed.id() ? changed : step).toList());
  }

  /** Empty unless each step is named once. */
  Optional<StepList> inOrder(List<Long> ids) {
    List<Step> ordered = new ArrayList<>();
    ids.forEach(id -> steps.stream().filter(step -> step.id() == id).forEach(ordered::add));
    boolean eachOnce = ids.size() == steps.size() && new HashSet<>(ordered).size() == steps.size();
    return eachOnce ? Optional.of(new StepList(ordered)) : Optional.empty();
  }

  boolean isFirst(Step step) {
    return !steps.isEmpty() && steps.get(0).equals(step);
  }

  /** The first step has no mail before it whose subject it could answer. */
  boolean beginsWithoutSubject() {
    return !steps.isEmpty() && steps.get(0).subject() == null;
  }
}
