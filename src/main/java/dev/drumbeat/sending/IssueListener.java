package dev.drumbeat.sending;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import dev.drumbeat.audience.TaskIssues;
import dev.drumbeat.log.Fault;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of issues that change, on the node on which that happens, and leaves the work to a thread
 * of ours: whoever changes an issue does not wait for it.
 */
public final class IssueListener {

  private static final Logger LOG = LoggerFactory.getLogger(IssueListener.class);

  private final EventPublisher events;
  private final TaskWatch watch;
  private final Waking waking;
  private final Executor pool;

  public IssueListener(EventPublisher events, TaskWatch watch, Waking waking, Executor pool) {
    this.events = events;
    this.watch = watch;
    this.waking = waking;
    this.pool = pool;
  }

  /** Begins to listen. */
  public void start() {
    events.register(this);
  }

  /** Hears of nothing more. */
  public void stop() {
    events.unregister(this);
  }

  /** Called by the host. */
  @EventListener
  public void onIssue(IssueEvent event) {
    Issue issue = event.getIssue();
    long id = issue.getId();
    boolean mayEndTask =
        EventType.ISSUE_DELETED_ID.equals(event.getEventTypeId()) || TaskIssues.isDone(issue);
    pool.execute(() -> look(id, mayEndTask));
  }

  private void look(long issueId, boolean mayEndTask) {
    try {
      if (mayEndTask) {
        watch.issueChanged(issueId);
      }
      waking.issueChanged(issueId);
    } catch (RuntimeException e) {
      LOG.warn("A changed issue could not be looked at; that is done later", Fault.of(e));
    }
  }
}
