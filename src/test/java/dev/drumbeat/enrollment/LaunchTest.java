package dev.drumbeat.enrollment;

import static dev.drumbeat.campaign.CampaignState.PAUSED;
import static dev.drumbeat.campaign.CampaignState.RUNNING;
import static dev.drumbeat.campaign.CampaignState.SCHEDULED;
import static dev.drumbeat.enrollment.CampaignHost.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.atlassian.jira.issue.search.SearchRequest;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.Candidate;
import dev.drumbeat.audience.NewSuppression;
import dev.drumbeat.audience.Scope;
import dev.drumbeat.audience.SuppressionReason;
import dev.drumbeat.campaign.Admission;
import dev.drumbeat.campaign.Admission.Stage;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.ResumePolicy;
import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.InvalidInput.Problem;
import dev.drumbeat.request.NotFound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class LaunchTest {

  private static final String ALL = "project = SALES";

  @TempDir private Path home;
  private CampaignHost host;
  private HostField email;

  @BeforeEach
  void open() {
    host = new CampaignHost(home);
    email = host.issues.tracker.customFields().add("Lead email", FieldKind.TEXT);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void every_candidate_is_admitted_or_left_out_with_a_reason() {
    HostIssue ann = lead("ann@example.org");
    HostIssue again = lead("ANN@example.org ");
    HostIssue nobody = lead(null);
    HostIssue broken = lead("ann at example");
    HostIssue bob = lead("bob@example.org");
    host.suppressions.add(
        NewSuppression.of(
            new MailAddress("bob", "example.org"), Scope.INSTANCE, SuppressionReason.MANUAL, "x"));

    Campaign launched = launch(byEmail(null));

    assertThat(launched.state()).isEqualTo(RUNNING);
    assertThat(launched.admission()).isEqualTo(new Admission(Stage.CLOSED, 5, 1, 4));
    assertThat(host.runs(launched))
        .extracting(run -> run.lead().issueKey(), Enrollment::state)
        .containsExactly(tuple(ann.key(), EnrollmentState.PENDING));
    assertThat(leftOut(launched))
        .containsExactlyInAnyOrder(
            tuple(again.key(), LeftOutReason.DUPLICATE),
            tuple(nobody.key(), LeftOutReason.NO_ADDRESS),
            tuple(broken.key(), LeftOutReason.INVALID_ADDRESS),
            tuple(bob.key(), LeftOutReason.SUPPRESSED));
    assertThat(host.events(launched)).containsExactly(EventType.LAUNCHED, EventType.ENROLLED);
  }

  @Test
  void the_first_step_is_due_at_admission_and_the_account_is_chosen() {
    lead("ann@example.org");

    Enrollment run = host.runs(launch(byEmail(null))).get(0);

    assertThat(run.place().dueAt()).isEqualTo(host.issues.clock.instant());
    assertThat(run.place().accountId()).isEqualTo(host.account);
    assertThat(host.stores.enrollments().due(host.account, host.issues.clock.instant(), 10))
        .containsExactly(run);
    assertThat(host.stores.enrollments().shardsWithDue(host.issues.clock.instant()))
        .containsExactly(host.account);
  }

  @Test
  void a_launch_that_was_cut_short_goes_on_where_it_was() {
    for (int n = 0; n < 30; n++) {
      lead("lead" + n + "@example.org");
      lead(null);
    }
    host.issues.issues(540, host.issues.lena);
    Campaign draft = byEmail(null);
    assertThat(cutShort(draft, 41).admission()).isEqualTo(new Admission(Stage.OPEN, 600, 21, 20));

    host.runJob();

    assertThat(host.find(draft.id()).admission())
        .isEqualTo(new Admission(Stage.CLOSED, 600, 30, 570));
    assertThat(host.runs(draft)).hasSize(30);
    assertThat(host.stores.leftOut().count(draft.id(), LeftOutReason.NO_ADDRESS)).isEqualTo(570);
    assertThat(host.events(draft)).hasSize(30).containsOnly(EventType.ENROLLED);
  }

  @Test
  void a_second_launch_is_a_conflict() {
    lead("ann@example.org");
    Campaign draft = byEmail(null);
    host.launch.launch(host.sam(), draft.id());

    assertThatThrownBy(() -> host.launch.launch(host.sam(), draft.id()))
        .isInstanceOfSatisfying(
            Conflict.class,
            conflict ->
                assertThat(conflict.reason().key()).isEqualTo("drumbeat.campaign.launched"));
    assertThat(host.runs(draft)).hasSize(1);
  }

  @Test
  void somebody_elses_campaign_is_not_there() {
    Campaign draft = byEmail(null);

    assertThatThrownBy(() -> host.launch.launch(actor(host.issues.lena), draft.id()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void an_audience_over_its_limit_is_refused_with_both_numbers() {
    lead("ann@example.org");
    lead("bob@example.org");
    Campaign draft = byEmail(1);

    assertThat(refused(draft))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("audience.limit");
              assertThat(problem.reason().arguments()).isEqualTo(List.of(2, 1));
            });
    assertThat(host.runs(draft)).isEmpty();
  }

  @Test
  void what_cannot_work_is_refused_before_anybody_is_admitted() {
    SearchRequest hidden = host.issues.tracker.filters().add(host.issues.lena, "Hidden", "");

    assertThat(refused(host.draft("project = = x")))
        .extracting(Problem::field)
        .containsExactly("audience.jql");
    assertThat(refused(host.draft(new AudienceRule(hidden.getId(), null, "reporter", null), null)))
        .extracting(Problem::field)
        .containsExactly("audience.filterId");
  }

  @Test
  void a_campaign_with_a_time_waits_for_it() {
    lead("ann@example.org");
    Campaign draft = host.draft(rule(null), host.issues.clock.instant().plus(Duration.ofHours(2)));

    assertThat(host.launch.launch(host.sam(), draft.id()).state()).isEqualTo(SCHEDULED);
    host.runJob();
    assertThat(host.find(draft.id()).state()).isEqualTo(SCHEDULED);

    host.issues.clock.advance(Duration.ofHours(2));
    host.runJob();

    assertThat(host.find(draft.id()).state()).isEqualTo(RUNNING);
    assertThat(host.runs(draft)).hasSize(1);
  }

  @Test
  void a_scheduled_campaign_whose_filter_is_gone_is_paused_and_says_why() {
    SearchRequest filter = host.issues.tracker.filters().add(host.issues.sam, "Mine", ALL);
    Campaign draft =
        host.draft(
            new AudienceRule(filter.getId(), null, "reporter", null),
            host.issues.clock.instant().plus(Duration.ofHours(2)));
    host.launch.launch(host.sam(), draft.id());
    host.issues.tracker.filters().delete(host.issues.sam, filter.getId());
    host.issues.clock.advance(Duration.ofHours(2));

    host.runJob();

    Campaign paused = host.find(draft.id());
    assertThat(paused.state()).isEqualTo(PAUSED);
    assertThat(paused.pause().reason().key()).isEqualTo("drumbeat.audience.no-filter");
  }

  @Test
  void a_campaign_of_somebody_who_was_deactivated_is_paused() {
    lead("ann@example.org");
    Campaign launched = launch(byEmail(null));
    host.issues.users.deactivate(host.issues.sam);

    host.runJob();

    Campaign paused = host.find(launched.id());
    assertThat(paused.state()).isEqualTo(PAUSED);
    assertThat(paused.pause().reason().key()).isEqualTo("drumbeat.campaign.owner-inactive");
    assertThat(host.runs(launched))
        .extracting(run -> run.standing().pause())
        .containsExactly(PauseReason.CAMPAIGN_PAUSED);
  }

  @Test
  void nobody_enters_a_campaign_that_was_cancelled_after_the_slice_was_read() {
    lead("ann@example.org");
    Campaign draft = byEmail(null);

    cutShort(draft, 1, () -> host.control.cancel(host.sam(), draft.id()));
    host.runJob();

    assertThat(host.runs(draft)).isEmpty();
    assertThat(host.find(draft.id()).admission().admitted()).isZero();
  }

  @Test
  void whom_a_pause_kept_from_entering_enters_when_it_is_over() {
    lead("ann@example.org");
    Campaign draft = byEmail(null);

    cutShort(draft, 1, () -> host.control.pause(host.sam(), draft.id()));
    assertThat(host.runs(draft)).isEmpty();
    host.control.resume(host.sam(), draft.id(), ResumePolicy.KEEP);
    host.runJob();

    assertThat(host.runs(draft))
        .extracting(Enrollment::state)
        .containsExactly(EnrollmentState.PENDING);
  }

  /** Launches and stops the reading after so many candidates, as a crash would. */
  private Campaign cutShort(Campaign draft, int after) {
    return cutShort(draft, after, () -> {});
  }

  private Campaign cutShort(Campaign draft, int after, Runnable meanwhile) {
    Entry entry = host.entries.entry(draft);
    host.sql.write(c -> host.campaigns.launch(c, draft, 600, host.issues.clock.instant()));
    Campaign campaign = host.find(draft.id());
    List<Candidate> first = host.issues.candidates(campaign.plan().audience()).subList(0, after);
    meanwhile.run();
    new Admitting(
            host.stores,
            new Sieve(host.stores.enrollments(), host.stores.leftOut(), host.suppressions))
        .admit(new Entry(campaign, entry.timeline(), entry.senders()), first);
    return host.find(draft.id());
  }

  private HostIssue lead(String address) {
    return host.issues.issue(host.issues.sales, IssueFields.of("Lead").with(email, address));
  }

  private Campaign byEmail(Integer limit) {
    return host.draft(rule(limit), null);
  }

  private AudienceRule rule(Integer limit) {
    return new AudienceRule(null, ALL, email.getId(), limit);
  }

  private Campaign launch(Campaign draft) {
    return host.launch.launch(host.sam(), draft.id());
  }

  private List<Tuple> leftOut(Campaign campaign) {
    return host.stores.leftOut().page(campaign.id(), null, 0, 100).stream()
        .map(left -> tuple(left.issueKey(), left.why()))
        .toList();
  }

  private List<Problem> refused(Campaign draft) {
    ThrowingCallable launch = () -> host.launch.launch(host.sam(), draft.id());
    InvalidInput refusal = catchThrowableOfType(InvalidInput.class, launch);
    return refusal.problems();
  }
}
