package dev.drumbeat.audience;

import dev.drumbeat.request.Reason;
import org.jspecify.annotations.Nullable;

/** What became of the wish for a task. */
public sealed interface TaskOutcome {

  /** It is there; the warning tells of what could not be as it was wanted. */
  record Made(TaskIssue issue, @Nullable Reason warning) implements TaskOutcome {}

  /** The host does not want it, and why. */
  record Refused(Reason why) implements TaskOutcome {}
}
