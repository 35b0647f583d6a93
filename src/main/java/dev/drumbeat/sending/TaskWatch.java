package dev.drumbeat.sending;

import dev.drumbeat.audience.CommentOutcome;
import dev.drumbeat.audience.IssueComments;
import dev.drumbeat.audience.NewComment;
import dev.drumbeat.audience.TaskIssue;
import dev.drumbeat.audience.TaskIssues;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.request.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks how the issues of open tasks stand: one that is resolved or gone lets its run go on, and
 * one that nobody waits for any more is told so.
 */
public final class TaskWatch {

  private static final Logger LOG = LoggerFactory.getLogger(TaskWatch.class);
  private static final Cause TASK = Cause.app("task");
  private static final Duration AGAIN = Duration.ofMinutes(5);
  private static final int AT_ONCE = 500;

  private final Stores stores;
  private final TaskStore tasks;
  private final TaskIssues issues;
  private final IssueComments comments;
  private final Function<Reason, String> texts;

  public TaskWatch(
      Stores stores, TaskIssues issues, IssueComments comments, Function<Reason, String> texts) {
    this.stores = stores;
    this.tasks = new TaskStore(stores.sql(), stores.clock());
    this.issues = issues;
    this.comments = comments;
    this.texts = texts;
  }

  /** Looks at the task that an issue was made for, if it was made for one. */
  public void issueChanged(long issueId) {
    tasks.ofIssue(issueId).forEach(this::look);
  }

  /** Looks at those that nobody has looked at for some minutes, since events get lost. */
  int lookAtAll() {
    Instant since = stores.clock().instant().minus(AGAIN);
    int looked = 0;
    for (OpenTask task : tasks.lookedAtBefore(since, AT_ONCE)) {
      look(task);
      looked++;
    }
    return looked;
  }

  private void look(OpenTask task) {
    Long issueId = task.issueId();
    Optional<TaskIssue> issue = issueId == null ? Optional.empty() : issues.find(issueId);
    if (issue.isEmpty()) {
      end(task, TaskState.DELETED, Reason.of("drumbeat.task.deleted", task.key()));
    } else if (issue.get().done()) {
      end(task, TaskState.DONE, Reason.of("drumbeat.task.done", issue.get().key()));
    } else {
      stillOpen(task, issue.get());
    }
  }

  private void end(OpenTask task, TaskState state, Reason why) {
    boolean done = stores.sql().write(c -> end(c, task, state, why));
    if (done) {
      LOG.debug("task {} is over: {}", task.id(), state);
    }
  }

  private boolean end(Connection c, OpenTask task, TaskState state, Reason why)
      throws SQLException {
    Instant now = stores.clock().instant();
    if (!tasks.end(c, task, state, now)) {
      return false;
    }
    Optional<Enrollment> run = stores.enrollments().find(c, task.enrollmentId());
    if (run.isPresent()) {
      stores.transitions().release(c, run.get(), task.stepId(), now, TASK.because(why));
    }
    return true;
  }

  private void stillOpen(OpenTask task, TaskIssue issue) {
    Reason why = unwanted(task, stores.enrollments().find(task.enrollmentId()).orElse(null));
    if (why == null) {
      tasks.lookedAt(task);
      return;
    }
    tell(task, issue, why);
    Instant now = stores.clock().instant();
    stores.sql().write(c -> tasks.end(c, task, TaskState.LEFT, now));
  }

  /** Why nobody waits for it any more; null when somebody does, or never did. */
  private static @Nullable Reason unwanted(OpenTask task, @Nullable Enrollment run) {
    if (run == null) {
      return Reason.of("drumbeat.task.no-run");
    }
    EndReason end = run.standing().end();
    if (end != null) {
      return end == EndReason.COMPLETED && !task.held() ? null : end.reason();
    }
    return task.held() && run.place().stepId() != task.stepId()
        ? Reason.of("drumbeat.task.passed-by")
        : null;
  }

  /** A comment that is there already was written before the process ended. */
  private void tell(OpenTask task, TaskIssue issue, Reason why) {
    Optional<String> owner = stores.campaigns().find(task.campaignId()).map(Campaign::ownerKey);
    if (owner.isEmpty()) {
      return;
    }
    String body = texts.apply(Reason.of("drumbeat.task.unwanted", why));
    if (comments.find(issue.id(), owner.get(), body).isPresent()) {
      return;
    }
    CommentOutcome outcome =
        comments.write(new NewComment(issue.id(), owner.get(), body, null, null));
    if (outcome instanceof CommentOutcome.Refused) {
      LOG.info("task {}: its issue cannot be told that nobody waits for it", task.id());
    }
  }
}
