package dev.drumbeat.sequence;

import dev.drumbeat.request.Reason;
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

  /** Whether there is no mail before that place. */
  boolean isFirst(int place) {
    return steps.stream().limit(place).allMatch(Step::isTask);
  }

  /** The place of a step, from 0. */
  int place(Step step) {
    return steps.indexOf(step);
  }

  /** The first mail has none before it whose subject it could answer. */
  boolean beginsWithoutSubject() {
    return steps.stream()
        .filter(step -> !step.isTask())
        .findFirst()
        .filter(step -> step.subject() == null)
        .isPresent();
  }

  /** What is wrong with the ways of these steps, if anything is. */
  Optional<Reason> broken() {
    return new Ways(steps).broken();
  }
}
