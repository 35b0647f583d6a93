package dev.drumbeat.sequence;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What becomes of leads under way when one version of a sequence follows another (V4). Pure: what
 * it says of a step it says of everybody who waits for it.
 */
public record Succession(SequenceVersion from, SequenceVersion to) {

  /**
   * The step that a run waits for now which waited for that one: the first in the new order of it
   * and what followed it. In the place of a step that is gone comes what was put there. Empty when
   * nothing is left; the same step when it is in neither version.
   */
  public Optional<Step> next(long stepId) {
    int was = before().indexOf(stepId);
    if (was < 0) {
      return to.step(stepId);
    }
    Set<Long> passed = new HashSet<>(before().subList(0, was));
    List<Long> coming = before().subList(was, before().size());
    Stream<Long> candidates =
        now().contains(stepId)
            ? now().stream().filter(coming::contains)
            : Stream.concat(
                behind(was).filter(id -> !passed.contains(id)),
                now().stream().filter(coming::contains));
    return candidates.findFirst().flatMap(to::step);
  }

  /**
   * What somebody goes on with who was through when that was the last step (V4): the first that was
   * put behind it. Empty when nothing was.
   */
  public Optional<Step> afterEnd(long lastStepId) {
    int was = before().indexOf(lastStepId);
    Set<Long> known = new HashSet<>(before());
    return was < 0
        ? Optional.empty()
        : behind(was + 1).filter(id -> !known.contains(id)).findFirst().flatMap(to::step);
  }

  /** Whether who waits for that step goes on waiting for it, and as long. */
  public boolean keeps(long stepId) {
    return next(stepId).filter(step -> step.id() == stepId).isPresent() && !waitsOtherwise(stepId);
  }

  /** Whether the step is in both versions and is waited for differently. */
  public boolean waitsOtherwise(long stepId) {
    Optional<Step> old = from.step(stepId);
    Optional<Step> young = to.step(stepId);
    return old.isPresent() && young.isPresent() && !old.get().timing().equals(young.get().timing());
  }

  /** What comes now behind the nearest step that was before that place and is still there. */
  private Stream<Long> behind(int place) {
    for (int i = place - 1; i >= 0; i--) {
      int at = now().indexOf(before().get(i));
      if (at >= 0) {
        return now().stream().skip(at + 1L);
      }
    }
    return now().stream();
  }

  private List<Long> before() {
    return from.steps().stream().map(Step::id).toList();
  }

  private List<Long> now() {
    return to.steps().stream().map(Step::id).toList();
  }
}
