package dev.drumbeat.campaign;

import dev.drumbeat.campaign.CampaignDraft.Aim;
import dev.drumbeat.request.Problems;
import org.jspecify.annotations.Nullable;

/** Turns what somebody wrote as a goal into one, and notes every problem on the way. */
final class GoalCheck {

  private final Problems problems;

  GoalCheck(Problems problems) {
    this.problems = problems;
  }

  @Nullable Goal check(@Nullable Aim draft) {
    if (draft == null) {
      return null;
    }
    Integer target = draft.target();
    if (target != null && target < 1) {
      problems.add("goal.target", "drumbeat.invalid.at-least", 1);
    }
    return new Goal(metric(draft.metric()), target);
  }

  private GoalMetric metric(@Nullable String word) {
    if (word != null && GoalMetric.of(word).isEmpty()) {
      String key =
          GoalMetric.isLater(word) ? "drumbeat.invalid.later-word" : "drumbeat.invalid.word";
      problems.add("goal.metric", key, word, GoalMetric.REPLY.word());
    }
    return GoalMetric.REPLY;
  }
}
