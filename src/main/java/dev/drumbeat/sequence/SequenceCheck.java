package dev.drumbeat.sequence;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns drafts into content and notes every problem on the way. What it answers is usable only when
 * no problem was noted.
 */
final class SequenceCheck {

  private static final int LONGEST_DESCRIPTION = 5_000;
  private static final int MOST_STEPS = 100;

  private final Problems problems;
  private final Texts texts;
  private final StepCheck stepCheck;
  private final LongPredicate accountExists;

  SequenceCheck(
      Problems problems,
      MailTemplates templates,
      Actor writer,
      Surroundings surroundings,
      LongPredicate accountExists) {
    this.problems = problems;
    this.texts = new Texts(problems);
    this.stepCheck = new StepCheck(problems, templates, writer, surroundings);
    this.accountExists = accountExists;
  }

  /** A whole sequence; the steps stay those of {@code stored} when the draft has none. */
  SequenceContent sequence(SequenceDraft draft, List<Step> stored) {
    return new SequenceContent(
            texts.required("name", draft.name(), SequenceDraft.LONGEST_NAME),
            texts.optionalLines("description", draft.description(), LONGEST_DESCRIPTION),
            account(draft.sendingConfigId()),
            List.of())
        .with(draft.steps() == null ? stored : steps(draft.steps(), stored));
  }

  /** What is stored must still hold together as a whole: a field may be gone since. */
  void publishable(List<Step> steps) {
    if (steps.isEmpty()) {
      problems.add("steps", "drumbeat.publish.no-steps");
    }
    for (int i = 0; i < steps.size(); i++) {
      stepCheck.again("steps[" + i + "].", steps.get(i), i == 0);
    }
  }

  /** One step; the last of the others is before it unless it is the first. */
  Step step(StepDraft draft, @Nullable Step stored, boolean first) {
    return step("", draft, stored, first);
  }

  /** The same with fields below a path, which ends with a dot. */
  Step step(String path, StepDraft draft, @Nullable Step stored, boolean first) {
    return stepCheck.check(path, draft, stored, first);
  }

  /** The delays and subjects alone, numbered from 1; what the mails say is not looked at. */
  List<Step> outline(List<StepDraft> drafts) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      steps.add(stepCheck.outline(path(i), drafts.get(i), i + 1));
    }
    return steps;
  }

  /** Notes a problem when there are too many steps. */
  void count(String field, List<?> steps) {
    if (steps.size() > MOST_STEPS) {
      problems.add(field, "drumbeat.invalid.too-many", MOST_STEPS);
    }
  }

  private static String path(int place) {
    return "steps[" + place + "].";
  }

  /** Notes what is wrong with the ways from one step of a list. */
  void ways(String path, StepList steps, int place) {
    new Ways(steps.steps()).check(path, place, problems);
  }

  private @Nullable Long account(@Nullable Long id) {
    if (id != null && !accountExists.test(id)) {
      problems.add("sendingConfigId", "drumbeat.account.not-found", Long.toString(id));
    }
    return id;
  }

  private List<Step> steps(List<StepDraft> drafts, List<Step> stored) {
    count("steps", drafts);
    if (!problems.isEmpty()) {
      return List.of();
    }
    Map<Long, Step> left = stored.stream().collect(Collectors.toMap(Step::id, Function.identity()));
    List<Step> steps = new ArrayList<>();
    boolean first = true;
    for (int i = 0; i < drafts.size(); i++) {
      String path = path(i);
      Step known = known(path, drafts.get(i).id(), left);
      steps.add(stepCheck.check(path, drafts.get(i), known, first));
      first &= drafts.get(i).isTask();
    }
    new Ways(steps).check(SequenceCheck::path, problems);
    return steps;
  }

  /** Takes the step out of those that are left, so that no two drafts are the same step. */
  private @Nullable Step known(String path, @Nullable Long id, Map<Long, Step> left) {
    Step known = id == null ? null : left.remove(id);
    if (id != null && known == null) {
      problems.add(path + "id", "drumbeat.step.not-found", Long.toString(id));
    }
    return known;
  }
}
