package dev.drumbeat.sequence;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns what somebody wrote of the ways from a step into a flow. Whether the steps that it names
 * are there and behind it is the matter of {@link Ways}.
 */
final class FlowCheck {

  private static final int MOST_BRANCHES = 10;

  private final Problems problems;
  private final ConditionCheck conditions;
  private final Actor writer;
  private final Surroundings surroundings;

  FlowCheck(Problems problems, Actor writer, Surroundings surroundings) {
    this.problems = problems;
    this.conditions = new ConditionCheck(problems, writer, surroundings);
    this.writer = writer;
    this.surroundings = surroundings;
  }

  /** The path ends with a dot or is empty. */
  Flow check(String path, StepDraft draft) {
    ConditionDraft asked = draft.condition();
    Condition condition =
        asked == null ? null : conditions.check(path + "condition.", asked).orElse(null);
    if (asked == null && draft.otherwise() != null && !"event".equals(draft.anchor())) {
      problems.add(path + "otherwise", "drumbeat.flow.no-condition");
    }
    Route otherwise = route(path + "otherwise.", draft.otherwise(), FlowWords.SKIP);
    Route next = route(path + "next.", draft.next(), FlowWords.NEXT);
    return new Flow(condition, otherwise, branches(path, draft.branches()), next);
  }

  private List<Branch> branches(String path, @Nullable List<BranchDraft> drafts) {
    List<Branch> branches = new ArrayList<>();
    if (drafts == null) {
      return branches;
    }
    if (drafts.size() > MOST_BRANCHES) {
      problems.add(path + "branches", "drumbeat.invalid.too-many", MOST_BRANCHES);
    }
    for (int i = 0; i < drafts.size(); i++) {
      branch(path + "branches[" + i + "].", drafts.get(i), branches);
    }
    return branches;
  }

  private void branch(String path, BranchDraft draft, List<Branch> branches) {
    Route go = route(path, draft.way(), FlowWords.SKIP);
    if (draft.go() == null) {
      problems.add(path + "go", "drumbeat.invalid.required");
    }
    ConditionDraft asked = draft.condition();
    if (asked == null) {
      problems.add(path + "condition", "drumbeat.invalid.required");
      return;
    }
    conditions
        .check(path + "condition.", asked)
        .ifPresent(condition -> branches.add(new Branch(condition, go)));
  }

  private Route route(String path, @Nullable RouteDraft draft, String onward) {
    String go = draft == null ? null : draft.go();
    if (draft == null || go == null || go.equals(onward)) {
      if (draft != null && go == null && onward.equals(FlowWords.NEXT)) {
        problems.add(path + "go", "drumbeat.invalid.required");
      }
      return Route.ONWARD;
    }
    return switch (go) {
      case FlowWords.END -> new Route.End();
      case FlowWords.STEP -> step(path, draft);
      case FlowWords.CAMPAIGN -> campaign(path + "campaignId", draft.campaignId());
      default -> unknown(path + "go", go, onward);
    };
  }

  private Route unknown(String field, String word, String onward) {
    problems.add(field, "drumbeat.invalid.word", word, onward + ", step, end, campaign");
    return Route.ONWARD;
  }

  private Route step(String path, RouteDraft draft) {
    Long id = draft.stepId();
    Integer position = draft.position();
    if ((id == null) == (position == null)) {
      problems.add(path + "stepId", "drumbeat.flow.which-step");
      return Route.ONWARD;
    }
    if (id != null) {
      return known(path + "stepId", "drumbeat.flow.no-step", id, id);
    }
    return known(path + "position", "drumbeat.flow.no-position", position, -position.longValue());
  }

  private Route campaign(String field, @Nullable Long id) {
    if (id == null) {
      problems.add(field, "drumbeat.invalid.required");
      return Route.ONWARD;
    }
    surroundings.campaignRefusal(writer, id).ifPresent(why -> problems.add(field, why));
    return new Route.ToCampaign(id);
  }

  /** Inside, a position is told from an id by its sign. */
  private Route known(String field, String refusal, long asked, long number) {
    if (asked < 1) {
      problems.add(field, refusal, Long.toString(asked));
      return Route.ONWARD;
    }
    return new Route.ToStep(number);
  }
}
