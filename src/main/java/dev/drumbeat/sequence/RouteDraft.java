package dev.drumbeat.sequence;

import org.jspecify.annotations.Nullable;

/**
 * A way as somebody wrote it, not checked yet. A step may be named by its id or by its position in
 * the list that is written, counted from 1.
 */
public record RouteDraft(
    @Nullable String go,
    @Nullable Long stepId,
    @Nullable Integer position,
    @Nullable Long campaignId) {

  /** As it is printed and stored; the word is that of the way to the step that follows. */
  public static RouteDraft of(Route route, String onward) {
    if (route instanceof Route.ToStep step) {
      return new RouteDraft("step", step.stepId(), null, null);
    }
    if (route instanceof Route.ToCampaign campaign) {
      return new RouteDraft("campaign", null, null, campaign.campaignId());
    }
    return new RouteDraft(route instanceof Route.End ? "end" : onward, null, null, null);
  }
}
