package dev.drumbeat.sequence;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what somebody wrote of a task into a task and notes every problem below a path. */
final class TaskCheck {

  static final int LONGEST_SUMMARY = 400;
  private static final int LONGEST_DESCRIPTION = 20_000;
  private static final int LONGEST_NAME = 100;
  private static final String OWNER = "owner";

  private final Problems problems;
  private final Texts texts;
  private final MailTemplates templates;
  private final Actor writer;
  private final Surroundings surroundings;

  TaskCheck(Problems problems, MailTemplates templates, Actor writer, Surroundings surroundings) {
    this.problems = problems;
    this.texts = new Texts(problems);
    this.templates = templates;
    this.writer = writer;
    this.surroundings = surroundings;
  }

  /** The path ends with a dot or is empty. */
  Task check(String path, StepDraft draft) {
    String summary = texts.required(path + "summary", draft.summary(), LONGEST_SUMMARY);
    String description =
        texts.optionalLines(path + "description", draft.description(), LONGEST_DESCRIPTION);
    templates.check(path + "summary", summary, problems);
    if (description != null) {
      templates.check(path + "description", description, problems);
    }
    return new Task(
        summary,
        description,
        texts.optional(path + "issueType", draft.issueType(), LONGEST_NAME),
        assignee(path + "assignee", draft.assignee()),
        project(path + "project", draft.project()),
        !Boolean.FALSE.equals(draft.hold()));
  }

  private @Nullable String assignee(String field, @Nullable String name) {
    if (name == null || name.isBlank() || name.equals(OWNER)) {
      return null;
    }
    Optional<String> key = surroundings.userKey(name.strip());
    if (key.isEmpty()) {
      problems.add(field, "drumbeat.task.no-user", name);
    }
    return key.orElse(null);
  }

  private @Nullable String project(String field, @Nullable String written) {
    String key = texts.optional(field, written, LONGEST_NAME);
    if (key != null && !surroundings.hasProject(writer, key)) {
      problems.add(field, "drumbeat.task.unknown-project", key);
    }
    return key;
  }
}
