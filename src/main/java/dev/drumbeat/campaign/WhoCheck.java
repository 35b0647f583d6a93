package dev.drumbeat.campaign;

import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.RuleSettings;
import dev.drumbeat.campaign.CampaignDraft.Who;
import dev.drumbeat.request.Problems;
import dev.drumbeat.time.MomentCheck;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Checks an audience under the rights of the owner, who alone decides what is found. */
final class WhoCheck {

  private static final int LONGEST_JQL = 10_000;

  private final Audience audience;
  private final RuleSettings rules;
  private final InstantSource clock;
  private final Problems problems;

  WhoCheck(PlanSources sources, Problems problems) {
    this.audience = sources.audience();
    this.rules = sources.rules();
    this.clock = sources.clock();
    this.problems = problems;
  }

  @Nullable AudienceRule check(@Nullable Who draft, String ownerKey) {
    if (draft == null) {
      return null;
    }
    mode(draft.mode());
    AudienceRule rule = withinInstance(draft.rule());
    until(draft, rule);
    if (rule.jql() != null && rule.jql().length() > LONGEST_JQL) {
      problems.add("audience.jql", "drumbeat.invalid.too-long", LONGEST_JQL);
    } else {
      audience.check(rule, ownerKey, problems, "audience");
    }
    return rule;
  }

  /** Without a limit of its own it has that of the instance, where that is narrower. */
  private AudienceRule withinInstance(AudienceRule rule) {
    int most = rules.get().mostIssues();
    return rule.limit() == null && most < AudienceRule.USUAL_ISSUES ? rule.limited(most) : rule;
  }

  private void mode(@Nullable String word) {
    if (word != null && !word.equals(Who.LIVE) && !word.equals(Who.SNAPSHOT)) {
      String words = Who.SNAPSHOT + ", " + Who.LIVE;
      problems.add("audience.mode", "drumbeat.invalid.word", word, words);
    }
  }

  /** Only what is looked at again can end. */
  private void until(Who draft, AudienceRule rule) {
    new MomentCheck(clock.instant(), problems).check("audience.until", draft.until(), null);
    if (draft.until() != null && !rule.live()) {
      problems.add("audience.until", "drumbeat.invalid.until-live");
    }
  }
}
