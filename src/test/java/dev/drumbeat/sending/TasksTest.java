package dev.drumbeat.sending;

import static dev.drumbeat.enrollment.EventType.WAITING_TASK;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.permission.ProjectPermissions;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.database.Sql;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.HostStatus;
import dev.drumbeat.host.schedule.HostLocks;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.StepDraft;
import dev.drumbeat.sequence.StepDrafts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that somebody does by hand: one issue each, and the lead waits for it or does not. */
@Tag("database")
class TasksTest {

  @TempDir private Path home;
  private SendingHost host;
  private TaskWatch watch;
  private IssueListener listener;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
    host.issues
        .tracker
        .projects()
        .grant(host.issues.sales, ProjectPermissions.ADD_COMMENTS, "sellers");
    watch =
        new TaskWatch(
            host.stores, host.tasks, host.issues.comments, reason -> "text " + reason.key());
    listener =
        new IssueListener(
            host.issues.tracker.events(), watch, new Waking(host.stores), Runnable::run);
  }

  @AfterEach
  void close() {
    host.close();
  }

  private static StepDraft call(boolean hold) {
    return StepDrafts.task("Call ${lead.email}", "previous", 1, "days", "lena", null, hold);
  }

  private Campaign launched(StepDraft... steps) {
    host.sequence = host.sequence(steps);
    return host.launchTo("ada@example.org");
  }

  /** The sub-tasks of the lead's issue. */
  private List<HostIssue> tasksOf(Campaign campaign) {
    Long parent = host.run(campaign).lead().issueId();
    return issues(issue -> parent.equals(issue.getParentId()));
  }

  private List<HostIssue> issues(Predicate<HostIssue> which) {
    return LongStream.range(10_000, 10_100)
        .mapToObj(id -> host.issues.tracker.issues().getIssueObject(id))
        .filter(issue -> issue != null && which.test(issue))
        .toList();
  }

  private HostIssue theTask(Campaign campaign) {
    assertThat(tasksOf(campaign)).hasSize(1);
    return tasksOf(campaign).get(0);
  }

  private void resolve(HostIssue task) {
    host.issues
        .tracker
        .issues()
        .update(host.issues.lena, task, fields -> fields.withStatus(HostStatus.DONE));
  }

  @Test
  void a_lead_waits_for_a_task_and_goes_on_when_it_is_resolved() {
    listener.start();
    Campaign campaign = launched(SendingHost.mail("A", 0), call(true), SendingHost.mail(null, 2));
    host.tick();
    host.tickAfter(Duration.ofDays(1));

    HostIssue task = theTask(campaign);
    Enrollment waiting = host.run(campaign);
    assertThat(task.getSummary()).isEqualTo("Call ada@example.org");
    assertThat(task.getAssignee()).isEqualTo(host.issues.lena);
    assertThat(task.getReporter()).isEqualTo(host.issues.sam);
    assertThat(task.getDescription())
        .startsWith("Ask ada@example.org.")
        .contains("https://jira.example.org/leads");
    assertThat(waiting.state()).isEqualTo(EnrollmentState.WAITING_TASK);
    assertThat(waiting.standing().waitReason())
        .isEqualTo(
            Reason.of("drumbeat.wait.task", task.key(), "Call ada@example.org", "Lena Lead"));
    host.tickAfter(Duration.ofDays(4));
    assertThat(host.server.messages()).hasSize(1);

    resolve(task);
    Instant done = host.now();
    assertThat(host.run(campaign).state()).isEqualTo(EnrollmentState.ACTIVE);
    host.tickAfter(Duration.ofMinutes(1));
    assertThat(host.run(campaign).place().dueAt()).isEqualTo(done.plus(Duration.ofDays(2)));
    host.tickAfter(Duration.ofDays(2));

    assertThat(host.server.messages()).hasSize(2);
    assertThat(host.run(campaign).standing().end()).isEqualTo(EndReason.COMPLETED);
    assertThat(host.events(host.run(campaign))).contains(WAITING_TASK);
    assertThat(host.uncounted(campaign)).isEmpty();
    listener.stop();
  }

  @Test
  void the_job_finds_a_resolved_task_of_which_nobody_heard_and_a_deleted_one_counts_too() {
    Campaign resolved = launched(call(true), SendingHost.mail("A", 0));
    Campaign deleted = host.launchTo("bea@example.org");
    host.tickAfter(Duration.ofDays(1));
    resolve(theTask(resolved));
    host.issues.tracker.issues().delete(host.issues.sam, theTask(deleted));
    host.issues.clock.advance(Duration.ofMinutes(6));

    assertThat(watch.lookAtAll()).isEqualTo(2);
    host.tick();
    host.tickAfter(Duration.ofMinutes(1));

    assertThat(host.server.messages()).hasSize(2);
    assertThat(watch.lookAtAll()).isZero();
  }

  @Test
  void without_waiting_the_lead_goes_on_at_once() {
    Campaign campaign = launched(call(false), SendingHost.mail("A", 0));

    host.tickAfter(Duration.ofDays(1));
    host.tickAfter(Duration.ofMinutes(1));

    assertThat(theTask(campaign).getStatus()).isEqualTo(HostStatus.TO_DO);
    assertThat(host.server.messages()).hasSize(1);
    assertThat(host.run(campaign).standing().end()).isEqualTo(EndReason.COMPLETED);
  }

  @Test
  void a_task_that_cannot_be_made_lets_the_lead_wait_with_the_reason() {
    Campaign campaign =
        launched(StepDrafts.of(Map.of("kind", "task", "summary", "Call", "issueType", "Epic")));

    host.tick();

    assertThat(host.run(campaign).standing().pause()).isEqualTo(PauseReason.MISSING_DATA);
    assertThat(host.run(campaign).standing().waitReason())
        .isEqualTo(Reason.of("drumbeat.task.no-type", "Epic", "SALES"));
    assertThat(tasksOf(campaign)).isEmpty();
  }

  @Test
  void a_lead_who_leaves_an_open_task_behind_tells_it_once() {
    Campaign campaign = launched(call(true), SendingHost.mail("A", 0));
    host.tickAfter(Duration.ofDays(1));
    HostIssue task = theTask(campaign);
    host.stores.transitions().finish(host.run(campaign), EndReason.REPLIED, Cause.app("reply"));
    host.issues.clock.advance(Duration.ofMinutes(6));

    watch.lookAtAll();
    host.issues.clock.advance(Duration.ofMinutes(6));
    watch.lookAtAll();

    assertThat(host.issues.tracker.comments().visible(host.issues.sam, task))
        .extracting(comment -> comment.getBody())
        .containsExactly("text drumbeat.task.unwanted");
  }

  @Test
  void a_lead_who_was_paused_and_goes_on_waits_for_the_same_task() {
    Campaign campaign = launched(call(true), SendingHost.mail("A", 0));
    host.tickAfter(Duration.ofDays(1));
    host.stores
        .transitions()
        .pause(host.run(campaign), PauseReason.MANUAL, null, Cause.app("test"));
    host.stores.transitions().resume(host.run(campaign), host.now(), Cause.app("test"));

    host.tickAfter(Duration.ofMinutes(1));

    assertThat(host.run(campaign).state()).isEqualTo(EnrollmentState.WAITING_TASK);
    assertThat(tasksOf(campaign)).hasSize(1);
  }

  @Test
  void a_lead_whose_task_is_taken_out_of_the_sequence_goes_on() {
    Campaign campaign = launched(call(true), SendingHost.mail("A", 0));
    host.tickAfter(Duration.ofDays(1));
    long step = host.run(campaign).place().stepId();
    host.sequenceService.deleteStep(host.sam(), host.sequence, step);
    host.publish();

    new Replacing(host.stores, host.sequences, host.sends).run();
    host.tick();

    assertThat(host.server.messages()).hasSize(1);
    assertThat(host.uncounted(campaign)).isEmpty();
  }

  @Test
  void wherever_the_process_dies_there_is_one_task_and_nobody_is_lost() {
    host.sequence =
        host.sequence(
            StepDrafts.task("Call", "previous", 0, "minutes", null, null, true),
            SendingHost.mail("A", 0));
    for (boolean committed : List.of(false, true)) {
      DyingDatabase database;
      int units = 1;
      do {
        Campaign campaign = host.launchTo("lead" + units + committed + "@example.org");
        database = new DyingDatabase(new HostTransactions(host.issues.database), units, committed);
        Stores stores = host.storesOn(new Sql(database));
        host.engine("node-1", stores, new HostLocks()).runJob(null);

        host.restart();
        host.tick();
        host.tickAfter(Duration.ofMinutes(20));

        assertThat(tasksOf(campaign)).as("%s units, %s", units, committed).hasSize(1);
        assertThat(host.run(campaign).state()).isEqualTo(EnrollmentState.WAITING_TASK);
        units++;
      } while (database.isDead());
      assertThat(units).isGreaterThan(5);
    }
  }

  @Test
  void mails_and_calls_of_a_cadence_have_their_days() {
    listener.start();
    Campaign campaign =
        launched(
            day("Hello", 1),
            StepDrafts.task("Call 1", "enrollment", 1, "days", null, null, true),
            day("Day 3", 3),
            StepDrafts.task("Call 3", "enrollment", 3, "days", null, null, true),
            StepDrafts.task("Call 6", "enrollment", 6, "days", null, null, true),
            StepDrafts.task("Call 9", "enrollment", 9, "days", null, null, true),
            day("A last word", 9));
    Instant start = host.now();

    for (int hour = 0; hour < 24 * 10; hour++) {
      host.tick();
      tasksOf(campaign).stream()
          .filter(task -> task.getStatus() == HostStatus.TO_DO)
          .forEach(this::resolve);
      host.issues.clock.advance(Duration.ofHours(1));
    }

    assertThat(host.sends(campaign).stream().map(send -> day(start, send.handedOverAt())).sorted())
        .containsExactly(1L, 3L, 9L);
    assertThat(tasksOf(campaign).stream().map(task -> day(start, task.getCreated().toInstant())))
        .containsExactly(1L, 3L, 6L, 9L);
    assertThat(host.run(campaign).standing().end()).isEqualTo(EndReason.COMPLETED);
    listener.stop();
  }

  private static StepDraft day(String subject, int day) {
    return StepDrafts.mail(Map.of("subject", subject, "delayValue", day, "anchor", "enrollment"));
  }

  private static long day(Instant start, Instant at) {
    return Duration.between(start, at).toDays() + 1;
  }

  @Test
  void an_event_of_another_issue_changes_nothing() {
    Campaign campaign = launched(call(true), SendingHost.mail("A", 0));
    host.tickAfter(Duration.ofDays(1));

    listener.onIssue(
        new IssueEvent(
            host.issues.tracker.issues().getIssueObject(host.run(campaign).lead().issueId()),
            host.issues.sam,
            EventType.ISSUE_DELETED_ID));

    assertThat(host.run(campaign).state()).isEqualTo(EnrollmentState.WAITING_TASK);
  }
}
