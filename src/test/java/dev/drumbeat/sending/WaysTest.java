package dev.drumbeat.sending;

import static dev.drumbeat.sequence.StepDrafts.branch;
import static dev.drumbeat.sequence.StepDrafts.field;
import static dev.drumbeat.sequence.StepDrafts.flowing;
import static dev.drumbeat.sequence.StepDrafts.go;
import static dev.drumbeat.sequence.StepDrafts.jql;
import static dev.drumbeat.sequence.StepDrafts.not;
import static dev.drumbeat.sequence.StepDrafts.replied;
import static dev.drumbeat.sequence.StepDrafts.toCampaign;
import static dev.drumbeat.sequence.StepDrafts.toPosition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.atlassian.jira.permission.ProjectPermissions;
import dev.drumbeat.audience.NewSuppression;
import dev.drumbeat.audience.Scope;
import dev.drumbeat.audience.SuppressionReason;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.Event;
import dev.drumbeat.enrollment.EventFilter;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.HostStatus;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.ConditionDraft;
import dev.drumbeat.sequence.ReplyClass;
import dev.drumbeat.sequence.StepDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which way a lead goes is decided when a step becomes due, as everything is then (T4, S7). */
@Tag("database")
class WaysTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path home;
  private SendingHost host;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
  }

  @AfterEach
  void close() {
    host.close();
  }

  private static StepDraft mail(String subject, int days) {
    return SendingHost.mail(subject, days);
  }

  /** The subjects of everything that left, in order. */
  private List<String> subjects(Campaign campaign) {
    return host.sends(campaign).stream()
        .sorted((one, other) -> Long.compare(one.id(), other.id()))
        .map(send -> String.valueOf(send.subject()))
        .toList();
  }

  private HostIssue issue(Campaign campaign) {
    return host.issues.tracker.issues().getIssueObject(host.run(campaign).lead().issueId());
  }

  private void resolve(Campaign campaign) {
    host.issues
        .tracker
        .issues()
        .update(host.issues.sam, issue(campaign), fields -> fields.withStatus(HostStatus.DONE));
  }

  private Campaign askedAtTheSecondStep(ConditionDraft condition) {
    return askedAtTheSecondStep(condition, "ada@example.org");
  }

  private Campaign askedAtTheSecondStep(ConditionDraft condition, String address) {
    host.sequence =
        host.sequence(
            mail("A", 0), flowing(mail("B", 1), condition, null, null, null), mail("C", 1));
    Campaign campaign = host.launchTo(address);
    host.tick();
    return campaign;
  }

  private Event lastEvent(Enrollment run) {
    List<Event> all = host.stores.events().page(EventFilter.ofEnrollment(run.id()), 0, 100);
    return all.get(all.size() - 1);
  }

  @Test
  void a_query_is_asked_when_the_step_becomes_due_and_not_before() {
    Campaign campaign = askedAtTheSecondStep(jql("status != Done"));
    resolve(campaign);

    host.tickAfter(DAY);

    Enrollment run = host.run(campaign);
    assertThat(subjects(campaign)).containsExactly("A");
    assertThat(lastEvent(run).type()).isEqualTo(EventType.SKIPPED);
    assertThat(lastEvent(run).detail()).isNotNull();
    assertThat(lastEvent(run).detail().arguments())
        .containsExactly(
            Reason.of("drumbeat.condition.jql", "status != Done"),
            Reason.of("drumbeat.flow.to-next"));
    host.tickAfter(DAY);
    assertThat(subjects(campaign)).containsExactly("A", "Re: A");
    assertThat(host.run(campaign).standing().end()).isEqualTo(EndReason.COMPLETED);
    assertThat(host.uncounted(campaign)).isEmpty();
  }

  @Test
  void a_field_of_the_issue_decides_as_it_is_then() {
    Campaign campaign = askedAtTheSecondStep(field("status", "is", "done"));
    resolve(campaign);

    host.tickAfter(DAY);

    assertThat(subjects(campaign)).hasSize(2);
  }

  @Test
  void a_condition_turned_round_holds_when_it_would_not() {
    Campaign campaign = askedAtTheSecondStep(not(field("status", "is", "done")));
    resolve(campaign);

    host.tickAfter(DAY);

    assertThat(subjects(campaign)).hasSize(1);
  }

  @Test
  void an_answer_of_a_class_decides_and_without_a_class_one_that_a_person_wrote() {
    Campaign campaign = askedAtTheSecondStep(not(replied("outOfOffice")));
    host.cameBack.add(ReplyClass.OUT_OF_OFFICE);
    host.tickAfter(DAY);
    assertThat(subjects(campaign)).hasSize(1);

    Campaign other = askedAtTheSecondStep(not(replied(null)), "bea@example.org");
    host.tickAfter(DAY);
    assertThat(subjects(other)).hasSize(2);
  }

  @Test
  void a_query_that_cannot_be_asked_any_more_lets_this_lead_wait_and_nobody_else() {
    Campaign campaign = askedAtTheSecondStep(jql("project != OPEN"));
    Campaign other = host.launchTo("bea@example.org");
    host.tick();
    breakQuery();

    host.tickAfter(DAY);

    Enrollment run = host.run(campaign);
    assertThat(run.standing().pause()).isEqualTo(PauseReason.MISSING_DATA);
    assertThat(run.standing().waitReason()).isNotNull();
    assertThat(run.standing().waitReason().key()).isEqualTo("drumbeat.condition.failed");
    assertThat(host.find(other).state()).isEqualTo(CampaignState.RUNNING);
    assertThat(host.find(campaign).state()).isEqualTo(CampaignState.RUNNING);
  }

  /** The project that the query names is gone, as far as its asker can tell. */
  private void breakQuery() {
    host.issues
        .tracker
        .projects()
        .revoke(host.issues.open, ProjectPermissions.BROWSE_PROJECTS, "*");
  }

  @Test
  void what_the_owner_cannot_ask_is_refused_at_the_launch_with_the_step() {
    host.sequence = host.sequence(flowing(mail("A", 0), jql("project = OPEN"), null, null, null));
    host.issues
        .tracker
        .projects()
        .revoke(host.issues.open, ProjectPermissions.BROWSE_PROJECTS, "*");

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> host.launchTo("ada@example.org"))
        .satisfies(
            refused ->
                assertThat(refused.problems().get(0).field()).isEqualTo("steps[0].condition.jql"));
  }

  @Test
  void a_branch_leads_past_steps_and_both_ways_meet_again() {
    // 1 A, 2 B or on to 3 if the issue is done; both meet at 4.
    host.sequence =
        host.sequence(
            mail("A", 0),
            flowing(
                mail("B", 1),
                null,
                null,
                List.of(branch(jql("status = Done"), toPosition(3))),
                toPosition(4)),
            SendingHost.mail("C", "For those who are done", 1),
            SendingHost.mail("D", "For all", 1));
    Campaign straight = host.launchTo("ada@example.org");
    Campaign branched = host.launchTo("bea@example.org");
    host.tick();
    resolve(branched);

    host.tickAfter(DAY);
    host.tickAfter(DAY);
    host.tickAfter(DAY);
    host.tickAfter(DAY);

    assertThat(steps(straight)).containsExactly(1, 2, 4);
    assertThat(steps(branched)).containsExactly(1, 3, 4);
    assertThat(host.run(straight).standing().end()).isEqualTo(EndReason.COMPLETED);
    assertThat(host.run(branched).standing().end()).isEqualTo(EndReason.COMPLETED);
    assertThat(host.uncounted(branched)).isEmpty();
  }

  /** The places of the steps that a lead received. */
  private List<Integer> steps(Campaign campaign) {
    List<Long> ids =
        host.sequences.find(host.sequence).orElseThrow().steps().stream()
            .map(step -> step.id())
            .toList();
    return host.sends(campaign).stream()
        .map(send -> ids.indexOf(send.stepId()) + 1)
        .sorted()
        .toList();
  }

  @Test
  void a_way_may_end_the_run() {
    host.sequence =
        host.sequence(
            mail("A", 0), flowing(mail("B", 1), jql("status = Done"), go("end"), null, null));
    Campaign campaign = host.launchTo("ada@example.org");
    host.tick();

    host.tickAfter(DAY);

    assertThat(subjects(campaign)).hasSize(1);
    assertThat(host.run(campaign).standing().end()).isEqualTo(EndReason.COMPLETED);
    assertThat(host.events(host.run(campaign))).doesNotContain(EventType.SKIPPED);
  }

  /** A running campaign of sam's that nobody is in. */
  private Campaign target() {
    return host.launchTo("nobody@example.org");
  }

  @Test
  void a_lead_moves_to_another_campaign_with_one_decision() {
    Campaign target = target();
    host.sequence = host.sequence(flowing(mail("A", 0), null, null, null, toCampaign(target.id())));
    Campaign campaign = host.launchTo("ada@example.org");

    host.tick();
    assertThat(host.run(campaign).state()).isEqualTo(EnrollmentState.ACTIVE);
    host.tickAfter(Duration.ofMinutes(1));

    Enrollment gone = host.run(campaign);
    assertThat(gone.standing().end()).isEqualTo(EndReason.MOVED);
    assertThat(subjects(campaign)).containsExactly("A");
    Enrollment moved =
        host.runs(target).stream()
            .filter(run -> run.lead().equals(gone.lead()))
            .findFirst()
            .orElseThrow();
    assertThat(moved.state()).isEqualTo(EnrollmentState.PENDING);
    host.tickAfter(Duration.ofHours(1));
    assertThat(host.events(moved)).contains(EventType.ENROLLED, EventType.SENT);
    assertThat(host.uncounted(campaign)).isEmpty();
    assertThat(host.uncounted(target)).isEmpty();
  }

  @Test
  void whom_the_other_campaign_does_not_want_is_through_for_that_reason() {
    Campaign target = target();
    host.sequence =
        host.sequence(
            mail("A", 0),
            flowing(mail("B", 1), jql("status = Done"), toCampaign(target.id()), null, null));
    Campaign suppressed = host.launchTo("ada@example.org");
    Campaign there = host.launchTo("nobody@example.org");
    host.tick();
    host.suppressions.add(
        NewSuppression.of(
            host.run(suppressed).lead().address(),
            Scope.campaign(target.id()),
            SuppressionReason.MANUAL,
            "sam"));

    for (int day = 0; day < 4; day++) {
      host.tickAfter(DAY);
      host.tickAfter(Duration.ofHours(2));
    }

    assertThat(host.run(suppressed).standing().end()).isEqualTo(EndReason.NOT_MOVED);
    assertThat(host.run(there).standing().end()).isEqualTo(EndReason.NOT_MOVED);
    assertThat(lastEvent(host.run(there)).detail()).isNotNull();
    assertThat(host.runs(target)).hasSize(1);
  }

  @Test
  void a_campaign_does_not_move_leads_to_itself_or_to_one_that_is_over() {
    Campaign over = target();
    host.control.cancel(host.sam(), over.id());
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () -> host.sequence(flowing(mail("A", 0), null, null, null, toCampaign(over.id()))))
        .satisfies(
            refused ->
                assertThat(refused.problems().get(0).field())
                    .isEqualTo("steps[0].next.campaignId"));
  }
}
