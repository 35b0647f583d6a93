package dev.drumbeat.sequence;

import dev.drumbeat.request.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the draft of a step into a step and notes every problem below a path. */
final class StepCheck {

  private final Problems problems;
  private final Texts texts;
  private final MailCheck mails;
  private final TimingCheck timings;

  StepCheck(Problems problems, MailTemplates templates) {
    this.problems = problems;
    this.texts = new Texts(problems);
    this.mails = new MailCheck(problems, templates);
    this.timings =
        new TimingCheck(problems, field -> field.matches("dueDate|customfield_[0-9]{1,18}"));
  }

  /** The path ends with a dot or is empty; the id and the position are those of the stored step. */
  Step check(String path, StepDraft draft, @Nullable Step stored, boolean first) {
    only(path + "kind", draft.kind(), "email", "task");
    Timing timing = timings.check(path, draft);
    return new Step(
        stored == null ? Step.NEW : stored.id(),
        stored == null ? 0 : stored.position(),
        mails.check(path, draft, stored, first),
        timing,
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
        null);
  }

  private void only(String field, @Nullable String word, String known, String... later) {
    if (word != null && !word.equals(known)) {
      boolean comes = List.of(later).contains(word);
      problems.add(
          field, comes ? "drumbeat.invalid.later-word" : "drumbeat.invalid.word", word, known);
    }
  }
}
