package dev.drumbeat.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.HostIssueType;
import dev.drumbeat.host.issue.HostStatus;
import dev.drumbeat.host.issue.IssueFields;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody is to do by hand becomes an issue, under the rights of the campaign's owner. */
class TaskIssuesTest {

  private static final String MARK = "https://jira.example.com/leads#e1.r1.s2";

  private final IssueHost host = new IssueHost();
  private final HostIssue lead = host.issue(host.sales, IssueFields.of("A lead"));

  @AfterEach
  void close() {
    host.close();
  }

  private NewTask task(Long parentId, String project, String type, String assignee) {
    return new NewTask(
        host.sam.key(), parentId, project, type, assignee, "Call", "Ask for Ann.\n\n" + MARK);
  }

  private HostIssue made(NewTask task) {
    TaskOutcome outcome = host.tasks.make(task);
    assertThat(outcome).isInstanceOf(TaskOutcome.Made.class);
    return host.tracker.issues().getIssueObject(((TaskOutcome.Made) outcome).issue().id());
  }

  @Test
  void a_task_stands_below_the_issue_of_the_lead() {
    HostIssue made = made(task(lead.id(), null, null, host.lena.key()));

    assertThat(made.getParentId()).isEqualTo(lead.id());
    assertThat(made.getIssueType()).isEqualTo(HostIssueType.SUB_TASK);
    assertThat(made.getReporter()).isEqualTo(host.sam);
    assertThat(made.getAssignee()).isEqualTo(host.lena);
    assertThat(made.getDescription()).endsWith(MARK);
  }

  @Test
  void a_task_of_a_sub_task_stands_beside_it() {
    HostIssue subTask = made(task(lead.id(), null, null, null));

    HostIssue made = made(task(subTask.id(), null, null, null));

    assertThat(made.getParentId()).isNull();
    assertThat(made.getIssueType()).isEqualTo(HostIssueType.TASK);
    assertThat(made.getProjectObject().key()).isEqualTo("SALES");
  }

  @Test
  void a_task_for_a_lead_without_an_issue_is_made_in_the_project_that_the_step_names() {
    assertThat(made(task(null, "OPEN", "Story", null)).getProjectObject().key()).isEqualTo("OPEN");
    assertThat(host.tasks.make(task(null, null, null, null)))
        .isInstanceOf(TaskOutcome.Refused.class);
  }

  @Test
  void the_owner_gets_the_task_of_somebody_who_cannot_be_assigned_and_is_told() {
    TaskOutcome outcome = host.tasks.make(task(lead.id(), null, null, host.bob.key()));

    TaskOutcome.Made made = (TaskOutcome.Made) outcome;
    assertThat(made.issue().assigneeName()).isEqualTo("Sam Seller");
    assertThat(made.warning()).isNotNull();
    assertThat(made.warning().arguments()).containsExactly("Bob Builder");
  }

  @Test
  void who_may_not_make_issues_there_is_refused_with_the_words_of_the_host() {
    NewTask task = new NewTask(host.bob.key(), lead.id(), null, null, null, "Call", "Ask\n" + MARK);

    assertThat(host.tasks.make(task)).isInstanceOf(TaskOutcome.Refused.class);
  }

  @Test
  void a_type_that_the_project_does_not_have_is_refused() {
    assertThat(host.tasks.make(task(lead.id(), null, "Epic", null)))
        .isInstanceOf(TaskOutcome.Refused.class);
  }

  @Test
  void a_task_that_nobody_noted_is_found_again_by_its_last_line() {
    HostIssue made = made(task(lead.id(), null, null, null));
    host.clock.advance(Duration.ofMinutes(10));

    assertThat(host.tasks.findMade(task(lead.id(), null, null, null), 15))
        .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(made.id()));
    NewTask other =
        new NewTask(host.sam.key(), lead.id(), null, null, null, "Call", "Ask\n" + MARK + "0");
    assertThat(host.tasks.findMade(other, 15)).isEmpty();
  }

  @Test
  void a_task_is_done_when_its_issue_is_resolved_and_gone_when_it_is_deleted() {
    HostIssue made = made(task(lead.id(), null, null, null));
    assertThat(host.tasks.find(made.id())).hasValueSatisfying(t -> assertThat(t.done()).isFalse());

    host.tracker.issues().update(host.sam, made, fields -> fields.withStatus(HostStatus.DONE));

    assertThat(host.tasks.find(made.id())).hasValueSatisfying(t -> assertThat(t.done()).isTrue());
    host.tracker.issues().delete(host.sam, made);
    assertThat(host.tasks.find(made.id())).isEmpty();
  }
}
