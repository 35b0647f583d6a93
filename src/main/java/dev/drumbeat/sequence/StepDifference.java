package dev.drumbeat.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one step differs between two lists of steps: what it was and what it is, null is that it is
 * not there; its places, from 1, 0 is none; which of its fields differ; and whether it comes at
 * another time among those that are in both.
 */
public record StepDifference(
    long stepId,
    @Nullable Step before,
    @Nullable Step after,
    int placeBefore,
    int placeAfter,
    List<StepField> fields,
    boolean moved) {

  public StepDifference {
    fields = List.copyOf(fields);
  }

  /** Those in their new order, then those that are gone; a step that is the same is left out. */
  public static List<StepDifference> between(List<Step> before, List<Step> after) {
    List<Long> kept = ids(before).stream().filter(ids(after)::contains).toList();
    List<Long> now = ids(after).stream().filter(kept::contains).toList();
    List<StepDifference> all = new ArrayList<>();
    for (Step step : after) {
      boolean moved = kept.indexOf(step.id()) != now.indexOf(step.id());
      all.add(of(find(before, step.id()).orElse(null), step, before, after, moved));
    }
    for (Step step : before) {
      if (find(after, step.id()).isEmpty()) {
        all.add(of(step, null, before, after, false));
      }
    }
    return all.stream().filter(StepDifference::isAny).toList();
  }

  private static StepDifference of(
      @Nullable Step before,
      @Nullable Step after,
      List<Step> allBefore,
      List<Step> allAfter,
      boolean moved) {
    long id = after == null ? idOf(before) : after.id();
    return new StepDifference(
        id,
        before,
        after,
        ids(allBefore).indexOf(id) + 1,
        ids(allAfter).indexOf(id) + 1,
        before == null || after == null ? List.of() : StepField.differing(before, after),
        moved);
  }

  private static long idOf(@Nullable Step step) {
    return step == null ? Step.NEW : step.id();
  }

  private boolean isAny() {
    return before == null || after == null || moved || !fields.isEmpty();
  }

  /** Whether only words differ, which is no reason to spare somebody the change (V2). */
  public boolean isWording() {
    return before != null
        && after != null
        && !moved
        && fields.stream().allMatch(StepField::isWording);
  }

  private static List<Long> ids(List<Step> steps) {
    return steps.stream().map(Step::id).toList();
  }

  private static Optional<Step> find(List<Step> steps, long id) {
    return steps.stream().filter(step -> step.id() == id).findFirst();
  }
}
