package dev.drumbeat.sequence;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may differ between two versions of a step. */
public enum StepField {
  /** The subject. */
  SUBJECT,
  /** The body of a mail with layout. */
  HTML,
  /** The body in plain text. */
  TEXT,
  /** Other wordings that are tried beside it. */
  VARIANTS,
  /** What the step is there for. */
  PURPOSE,
  /** When it is due. */
  TIMING,
  /** Whether and where it goes on. */
  FLOW,
  /** What a person has to do. */
  TASK,
  /** Whether it answers the mail before it. */
  THREAD;

  /** The word of REST. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is about what is said, and not about when and to whom. */
  public boolean isWording() {
    return switch (this) {
      case SUBJECT, HTML, TEXT, VARIANTS, PURPOSE -> true;
      case TIMING, FLOW, TASK, THREAD -> false;
    };
  }

  private @Nullable Object of(Step step) {
    return switch (this) {
      case SUBJECT -> step.subject();
      case HTML -> step.html();
      case TEXT -> step.text();
      case VARIANTS -> step.mail().variants();
      case PURPOSE -> step.purpose();
      case TIMING -> step.timing();
      case FLOW -> step.flow();
      case TASK -> step.task();
      case THREAD -> step.newThread();
    };
  }

  static List<StepField> differing(Step before, Step after) {
    return Stream.of(values()).filter(f -> !Objects.equals(f.of(before), f.of(after))).toList();
  }
}
