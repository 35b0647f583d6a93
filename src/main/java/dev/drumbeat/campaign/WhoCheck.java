package dev.drumbeat.campaign;

import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.campaign.CampaignDraft.Who;
import dev.drumbeat.request.Problems;
import org.jspecify.annotations.Nullable;

/** Checks an audience under the rights of the owner, who alone decides what is found. */
final class WhoCheck {

  private static final int LONGEST_JQL = 10_000;
  private static final String ONLY = "snapshot";

  private final Audience audience;
  private final Problems problems;

  WhoCheck(Audience audience, Problems problems) {
    this.audience = audience;
    this.problems = problems;
  }

  @Nullable AudienceRule check(@Nullable Who draft, String ownerKey) {
    if (draft == null) {
      return null;
    }
    mode(draft.mode());
    AudienceRule rule = draft.rule();
    if (rule.jql() != null && rule.jql().length() > LONGEST_JQL) {
      problems.add("audience.jql", "drumbeat.invalid.too-long", LONGEST_JQL);
    } else {
      audience.check(rule, ownerKey, problems, "audience");
    }
    return rule;
  }

  private void mode(@Nullable String word) {
    if (word != null && !word.equals(ONLY)) {
      String key = word.equals("live") ? "drumbeat.invalid.later-word" : "drumbeat.invalid.word";
      problems.add("audience.mode", key, word, ONLY);
    }
  }
}
