package dev.drumbeat.sending;

import dev.drumbeat.audience.NewTask;
import dev.drumbeat.audience.TaskIssue;
import dev.drumbeat.audience.TaskIssues;
import dev.drumbeat.audience.TaskOutcome;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Rendering.Message;
import dev.drumbeat.sequence.Task;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives the task of a due step to somebody, once: a row is there before the issue is made, and an
 * attempt that finds the row alone looks for the issue first.
 */
final class TaskDesk {

  private static final Duration BUSY = Duration.ofMinutes(2);
  private static final int LONGEST_SUMMARY = 255;
  private static final long SLACK = 5;

  private final Letters letters;
  private final TaskStore tasks;
  private final TaskIssues issues;
  private final Function<Enrollment, String> links;
  private final Holder holder;

  TaskDesk(
      Letters letters,
      TaskStore tasks,
      TaskIssues issues,
      Function<Enrollment, String> links,
      Holder holder) {
    this.letters = letters;
    this.tasks = tasks;
    this.issues = issues;
    this.links = links;
    this.holder = holder;
  }

  /** Makes the task; answers what becomes of the run. */
  Hindrance make(Due due, Task task) {
    Written.Task written = letters.task(due);
    if (written instanceof Written.NoTask not) {
      return not.hindrance();
    }
    Message message = ((Written.TaskText) written).message();
    NewTask wanted = wanted(due, task, message);
    Optional<TaskClaim> claim = tasks.claim(due.run(), wanted.summary(), task.hold(), holder);
    return claim
        .map(mine -> make(due, wanted, mine))
        .orElseGet(
            () -> new Hindrance.PutOff(due.now().plus(BUSY), Reason.of("drumbeat.wait.busy")));
  }

  private Hindrance make(Due due, NewTask wanted, TaskClaim claim) {
    if (claim.again()) {
      long minutes = Duration.between(claim.task().createdAt(), due.now()).toMinutes() + SLACK;
      Optional<TaskIssue> there = issues.findMade(wanted, minutes);
      if (there.isPresent()) {
        return new Hindrance.Made(claim.task(), there.get(), null);
      }
    }
    TaskOutcome outcome = issues.make(wanted);
    if (outcome instanceof TaskOutcome.Made made) {
      return new Hindrance.Made(claim.task(), made.issue(), made.warning());
    }
    tasks.giveUp(claim.task(), holder);
    return new Hindrance.Pause(PauseReason.MISSING_DATA, ((TaskOutcome.Refused) outcome).why());
  }

  /** The last line leads back, and is that of no other task. */
  private NewTask wanted(Due due, Task task, Message message) {
    String description = task.description() == null ? "" : message.text().strip() + "\n\n";
    String owner = due.campaign().ownerKey();
    return new NewTask(
        owner,
        due.run().lead().issueId(),
        task.project(),
        task.issueType(),
        task.assignee() == null ? owner : task.assignee(),
        cut(message.subject()),
        description + links.apply(due.run()) + "#" + Sends.key(due.run()));
  }

  private static String cut(String summary) {
    return summary.length() <= LONGEST_SUMMARY
        ? summary
        : summary.substring(0, LONGEST_SUMMARY - 1) + "\u2026";
  }
}
