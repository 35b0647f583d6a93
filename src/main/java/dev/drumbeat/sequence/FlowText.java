package dev.drumbeat.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways from a step as they are printed, so that they can be sent back; null is the usual. */
public record FlowText(
    @Nullable ConditionDraft condition,
    @Nullable RouteDraft otherwise,
    @Nullable List<BranchDraft> branches,
    @Nullable RouteDraft next) {

  /** What differs from one step after the other. */
  public static FlowText of(Flow flow) {
    Condition condition = flow.condition();
    return new FlowText(
        condition == null ? null : ConditionDraft.of(condition),
        condition == null && flow.otherwise().equals(Route.ONWARD)
            ? null
            : RouteDraft.of(flow.otherwise(), FlowWords.SKIP),
        flow.branches().isEmpty() ? null : flow.branches().stream().map(BranchDraft::of).toList(),
        flow.next().equals(Route.ONWARD) ? null : RouteDraft.of(flow.next(), FlowWords.NEXT));
  }
}
