package dev.drumbeat.sending;

import dev.drumbeat.audience.TaskIssue;
import dev.drumbeat.request.Reason;
import org.jspecify.annotations.Nullable;

/** Tasks in sentences. */
final class TaskReasons {

  private TaskReasons() {}

  /** What a run waits for. */
  static Reason waits(OpenTask task, @Nullable TaskIssue issue) {
    return about("drumbeat.wait.task", "drumbeat.wait.task-of-nobody", task, issue);
  }

  /** What a run has given to somebody without waiting. */
  static Reason made(OpenTask task, TaskIssue issue, @Nullable Reason warning) {
    return warned(
        about("drumbeat.task.made", "drumbeat.task.made-of-nobody", task, issue), warning);
  }

  static Reason warned(Reason sentence, @Nullable Reason warning) {
    return warning == null ? sentence : Reason.of("drumbeat.task.warned", sentence, warning);
  }

  private static Reason about(
      String key, String ofNobody, OpenTask task, @Nullable TaskIssue issue) {
    String summary = String.valueOf(task.summary());
    String name = issue == null ? task.key() : issue.key();
    String assignee = issue == null ? null : issue.assigneeName();
    return assignee == null
        ? Reason.of(ofNobody, name, summary)
        : Reason.of(key, name, summary, assignee);
  }
}
