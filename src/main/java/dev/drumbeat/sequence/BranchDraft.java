package dev.drumbeat.sequence;

import org.jspecify.annotations.Nullable;

/** A branch as somebody wrote it, not checked yet: a condition, and a way beside it. */
public record BranchDraft(
    @Nullable ConditionDraft condition,
    @Nullable String go,
    @Nullable Long stepId,
    @Nullable Integer position,
    @Nullable Long campaignId) {

  /** As it is printed and stored. */
  public static BranchDraft of(Branch branch) {
    RouteDraft way = RouteDraft.of(branch.go(), FlowWords.SKIP);
    return new BranchDraft(
        ConditionDraft.of(branch.condition()), way.go(), way.stepId(), null, way.campaignId());
  }

  RouteDraft way() {
    return new RouteDraft(go, stepId, position, campaignId);
  }
}
