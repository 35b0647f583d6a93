package dev.drumbeat.sequence;

import dev.drumbeat.request.Problems;
import dev.drumbeat.time.Delay;
import dev.drumbeat.time.DelayUnit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the draft of a step into a step and notes every problem below a path. */
final class StepCheck {

  private static final int MOST_KILOBYTES = 100;

  private final Problems problems;
  private final Texts texts;
  private final MailTemplates templates;

  StepCheck(Problems problems, MailTemplates templates) {
    this.problems = problems;
    this.texts = new Texts(problems);
    this.templates = templates;
  }

  /** The path ends with a dot or is empty; the id and the position are those of the stored step. */
  Step check(String path, StepDraft draft, @Nullable Step stored, boolean first) {
    only(path + "kind", draft.kind(), "email", "task");
    only(path + "anchor", draft.anchor(), "previous", "enrollment", "date", "event");
    boolean newThread = newThread(path + "thread", draft.thread());
    String html = body(path + "html", draft.html());
    String text = body(path + "text", draft.text());
    if (html == null && text == null) {
      problems.add(path + "html", "drumbeat.step.no-body");
    }
    return new Step(
        stored == null ? Step.NEW : stored.id(),
        stored == null ? 0 : stored.position(),
        subject(path + "subject", draft.subject(), first || newThread),
        html,
        text,
        delay(path, draft.delayValue(), draft.delayUnit()),
        newThread,
        texts.optional(path + "purpose", draft.purpose(), StepDraft.LONGEST_PURPOSE));
  }

  /** The delay and whether there is a subject, at that place. */
  Step outline(String path, StepDraft draft, int place) {
    boolean hasSubject = draft.subject() != null && !draft.subject().isBlank();
    return new Step(
        place,
        place,
        hasSubject ? draft.subject() : null,
        null,
        "-",
        delay(path, draft.delayValue(), draft.delayUnit()),
        "new".equals(draft.thread()),
        null);
  }

  private void only(String field, @Nullable String word, String known, String... later) {
    if (word != null && !word.equals(known)) {
      boolean comes = List.of(later).contains(word);
      problems.add(
          field, comes ? "drumbeat.invalid.later-word" : "drumbeat.invalid.word", word, known);
    }
  }

  private boolean newThread(String field, @Nullable String word) {
    if (word != null && !word.equals("same") && !word.equals("new")) {
      problems.add(field, "drumbeat.invalid.word", word, "same, new");
    }
    return "new".equals(word);
  }

  private @Nullable String subject(String field, @Nullable String template, boolean needed) {
    String subject = texts.optional(field, template, StepDraft.LONGEST_SUBJECT);
    if (subject != null) {
      templates.check(field, subject, problems);
    } else if (needed) {
      problems.add(field, "drumbeat.step.no-subject");
    }
    return subject;
  }

  private @Nullable String body(String field, @Nullable String template) {
    if (template == null || template.isBlank()) {
      return null;
    }
    if (template.getBytes(StandardCharsets.UTF_8).length > MOST_KILOBYTES * 1024) {
      problems.add(field, "drumbeat.template.too-large", MOST_KILOBYTES);
    } else if (texts.isPrintable(field, template)) {
      templates.check(field, template, problems);
    }
    return template;
  }

  private Delay delay(String path, @Nullable Integer value, @Nullable String word) {
    if (value == null && word == null) {
      return Delay.NONE;
    }
    if (value == null) {
      problems.add(path + "delayValue", "drumbeat.invalid.required");
      return Delay.NONE;
    }
    return unit(path + "delayUnit", word)
        .map(unit -> delay(path + "delayValue", value, unit))
        .orElse(Delay.NONE);
  }

  private Optional<DelayUnit> unit(String field, @Nullable String word) {
    if (word == null) {
      problems.add(field, "drumbeat.invalid.required");
      return Optional.empty();
    }
    Optional<DelayUnit> unit = DelayUnit.of(word);
    if (unit.isEmpty()) {
      problems.add(field, "drumbeat.invalid.word", word, DelayUnit.words());
    }
    return unit;
  }

  private Delay delay(String field, int value, DelayUnit unit) {
    if (value < 0 || value > unit.most()) {
      problems.add(field, "drumbeat.invalid.range", "0", Integer.toString(unit.most()));
      return Delay.NONE;
    }
    return new Delay(value, unit);
  }
}
