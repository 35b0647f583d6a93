package dev.drumbeat.sequence;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import org.jspecify.annotations.Nullable;

/** Turns the draft of a step into a step and notes every problem below a path. */
final class StepCheck {

  private final Problems problems;
  private final Texts texts;
  private final MailCheck mails;
  private final TimingCheck timings;
  private final FlowCheck flows;
  private final TaskCheck tasks;

  StepCheck(Problems problems, MailTemplates templates, Actor writer, Surroundings surroundings) {
    this.problems = problems;
    this.texts = new Texts(problems);
    this.mails = new MailCheck(problems, templates);
    this.timings =
        new TimingCheck(problems, surroundings, new ConditionCheck(problems, writer, surroundings));
    this.flows = new FlowCheck(problems, writer, surroundings);
    this.tasks = new TaskCheck(problems, templates, writer, surroundings);
  }

  /**
   * The path ends with a dot or is empty; the id and the position are those of the stored step.
   * First is what no mail comes before.
   */
  Step check(String path, StepDraft draft, @Nullable Step stored, boolean first) {
    kind(path + "kind", draft.kind());
    StrayFields.refuse(path, draft, problems);
    Timing timing = timings.check(path, draft);
    return new Step(
        stored == null ? Step.NEW : stored.id(),
        stored == null ? 0 : stored.position(),
        draft.isTask() ? Mail.NONE : mails.check(path, draft, stored, first),
        timing,
        flows.check(path, draft),
        draft.isTask() ? tasks.check(path, draft) : null,
        texts.optional(path + "purpose", draft.purpose(), StepDraft.LONGEST_PURPOSE));
  }

  /** The delay and whether there is a subject, at that place. */
  Step outline(String path, StepDraft draft, int place) {
    boolean hasSubject = draft.subject() != null && !draft.subject().isBlank();
    return new Step(
        place,
        place,
        new Mail(hasSubject ? draft.subject() : null, null, "-", "new".equals(draft.thread())),
        timings.check(path, draft),
        Flow.STRAIGHT,
        draft.isTask() ? Task.OUTLINE : null,
        null);
  }

  /** Notes what is wrong by now with a step that is stored. */
  void again(String path, Step step, boolean first) {
    if (step.task() == null) {
      mails.again(path, step.mail(), first);
    }
  }

  private void kind(String field, @Nullable String word) {
    if (word != null && !word.equals("email") && !word.equals("task")) {
      problems.add(field, "drumbeat.invalid.word", word, "email, task");
    }
  }
}
