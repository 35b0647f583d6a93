package dev.drumbeat.sending;

import dev.drumbeat.audience.TaskIssue;
import dev.drumbeat.audience.TaskIssues;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.enrollment.NewEvent;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.request.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What follows for a run from its task: it waits for it or goes on. */
final class TaskAftermath {

  private static final Cause ENGINE = Cause.app("task");

  private final Stores stores;
  private final TaskStore tasks;
  private final TaskIssues issues;
  private final Holder holder;

  TaskAftermath(Stores stores, TaskStore tasks, TaskIssues issues, Holder holder) {
    this.stores = stores;
    this.tasks = tasks;
    this.issues = issues;
    this.holder = holder;
  }

  boolean of(Connection c, Due due, Hindrance hindrance) throws SQLException {
    if (hindrance instanceof Hindrance.Made made) {
      return made(c, due, made);
    }
    Hindrance.Pass pass = (Hindrance.Pass) hindrance;
    return pass(c, due, pass);
  }

  private boolean pass(Connection c, Due due, Hindrance.Pass pass) throws SQLException {
    Cause cause = ENGINE.because(Reason.of("drumbeat.task.over", pass.task().key()));
    return stores.transitions().pass(c, due.run(), pass.doneAt(), due.running().timeline(), cause);
  }

  /** Noted with what follows from it, or found again by its last line. */
  private boolean made(Connection c, Due due, Hindrance.Made made) throws SQLException {
    if (!tasks.open(c, made.task(), made.issue(), holder)) {
      return false;
    }
    if (made.task().held()) {
      Reason what = TaskReasons.waits(made.task(), made.issue());
      return stores
          .transitions()
          .await(c, due.run(), TaskReasons.warned(what, made.warning()), ENGINE);
    }
    Reason what = TaskReasons.made(made.task(), made.issue(), made.warning());
    stores.events().append(c, NewEvent.of(EventType.WAITING_TASK, due.run(), ENGINE.because(what)));
    return stores
        .transitions()
        .pass(c, due.run(), due.now(), due.running().timeline(), ENGINE.because(what));
  }

  /** Lets a run wait again for a task that it gave to somebody before. */
  void await(Enrollment run, OpenTask task) {
    Long issueId = task.issueId();
    Optional<TaskIssue> issue = issueId == null ? Optional.empty() : issues.find(issueId);
    Reason what = TaskReasons.waits(task, issue.orElse(null));
    stores.sql().write(c -> stores.transitions().await(c, run, what, ENGINE));
  }
}
