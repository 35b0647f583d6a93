package dev.drumbeat.sequence;

import dev.drumbeat.request.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the draft of a step into a step and notes every problem below a path. */
final class StepCheck {

  private static final int MOST_KILOBYTES = 100;

  private final Problems problems;
  private final Texts texts;
  private final MailTemplates templates;
  private final TimingCheck timings;

  StepCheck(Problems problems, MailTemplates templates) {
    this.problems = problems;
    this.texts = new Texts(problems);
    this.templates = templates;
    this.timings = new TimingCheck(problems);
  }

  /** The path ends with a dot or is empty; the id and the position are those of the stored step. */
  Step check(String path, StepDraft draft, @Nullable Step stored, boolean first) {
    only(path + "kind", draft.kind(), "email", "task");
    Timing timing = timings.check(path, draft);
    boolean newThread = newThread(path + "thread", draft.thread());
    String html = body(path + "html", draft.html());
    String text = body(path + "text", draft.text());
    if (html == null && text == null) {
      problems.add(path + "html", "drumbeat.step.no-body");
    }
    if (html != null && html.length() <= MOST_KILOBYTES * 1024) {
      HtmlCheck.fault(html).ifPresent(found -> problems.add(path + "html", found.reason()));
    }
    return new Step(
        stored == null ? Step.NEW : stored.id(),
        stored == null ? 0 : stored.position(),
        new Mail(
            subject(path + "subject", draft.subject(), first || newThread), html, text, newThread),
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
}
