package dev.drumbeat.enrollment;

import static dev.drumbeat.enrollment.CampaignHost.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.campaign.ResumePolicy;
import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.sequence.SequenceDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrollingInCampaignTest {

  @TempDir private Path home;
  private CampaignHost host;
  private HostField email;
  private Enrolling enrolling;
  private HostIssue first;
  private Campaign draft;

  @BeforeEach
  void open() {
    host = new CampaignHost(home);
    email = host.issues.tracker.customFields().add("Lead email", FieldKind.TEXT);
    enrolling =
        new Enrolling(
            host.stores,
            host.sequenceService,
            host.entries,
            host.suppressions,
            host.issues.audience,
            host.issues.reader);
    first = lead("ann@example.org");
    String jql = "key = " + first.key();
    draft = host.draft(new AudienceRule(null, jql, email.getId(), null), null);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void a_lead_enters_a_running_campaign_by_its_address_field_and_is_counted() {
    Campaign running = host.launch.launch(host.sam(), draft.id());
    HostIssue late = lead("late@example.org");

    Enrollment run = enroll(late).run();

    assertThat(run.campaignId()).isEqualTo(running.id());
    assertThat(run.lead().address().text()).isEqualTo("late@example.org");
    assertThat(run.enrolledBy()).isEqualTo(host.issues.sam.key());
    assertThat(host.find(draft.id()).admission().admitted()).isEqualTo(2);
    assertThat(host.find(draft.id()).admission().total()).isEqualTo(2);
    assertThat(host.runs(running)).hasSize(2);
    Event enrolled = host.stores.events().page(EventFilter.ofEnrollment(run.id()), 0, 9).get(0);
    assertThat(enrolled.actor()).isEqualTo(host.issues.sam.key());
  }

  @Test
  void whoever_is_in_the_campaign_is_not_enrolled_again() {
    Campaign running = host.launch.launch(host.sam(), draft.id());

    Enrolled again = enroll(first);

    assertThat(again.why()).isEqualTo(LeftOutReason.ALREADY_ENROLLED);
    assertThat(host.runs(running)).hasSize(1);
    assertThat(host.find(draft.id()).admission().admitted()).isEqualTo(1);
  }

  @Test
  void whoever_enters_a_paused_campaign_waits_and_goes_on_with_the_others() {
    host.launch.launch(host.sam(), draft.id());
    host.control.pause(host.sam(), draft.id());
    host.issues.clock.advance(Duration.ofHours(2));

    Enrollment waiting = enroll(lead("late@example.org")).run();
    host.issues.clock.advance(Duration.ofHours(1));
    host.control.resume(host.sam(), draft.id(), ResumePolicy.SHIFT);

    assertThat(waiting.standing().pause()).isEqualTo(PauseReason.CAMPAIGN_PAUSED);
    Enrollment going = host.stores.enrollments().find(waiting.id()).orElseThrow();
    assertThat(going.state()).isEqualTo(EnrollmentState.PENDING);
    assertThat(going.place().dueAt()).isEqualTo(host.issues.clock.instant());
    assertThat(host.stores.events().page(EventFilter.ofEnrollment(going.id()), 0, 9))
        .extracting(Event::type)
        .containsExactly(EventType.ENROLLED, EventType.PAUSED, EventType.RESUMED);
  }

  @Test
  void a_campaign_that_has_not_begun_takes_nobody() {
    assertThatThrownBy(() -> enroll(first))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("drumbeat.enroll.not-running")
        .hasMessageContaining("drumbeat.campaign.state.draft");

    Instant later = host.issues.clock.instant().plus(Duration.ofDays(1));
    draft = host.draft(new AudienceRule(null, "project = SALES", email.getId(), null), later);
    host.launch.launch(host.sam(), draft.id());
    assertThatThrownBy(() -> enroll(first)).isInstanceOf(Conflict.class);
    host.control.pause(host.sam(), draft.id());
    assertThatThrownBy(() -> enroll(first))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("drumbeat.campaign.state.paused");
    assertThat(host.runs(draft)).isEmpty();
  }

  @Test
  void a_campaign_that_is_over_takes_nobody() {
    host.launch.launch(host.sam(), draft.id());
    host.control.cancel(host.sam(), draft.id());

    assertThatThrownBy(() -> enroll(lead("late@example.org")))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("drumbeat.campaign.state.cancelled");
    assertThat(host.find(draft.id()).state()).isEqualTo(CampaignState.CANCELLED);
    assertThat(host.runs(draft)).hasSize(1);
  }

  @Test
  void somebody_elses_campaign_is_not_there() {
    host.launch.launch(host.sam(), draft.id());

    assertThatThrownBy(
            () ->
                enrolling.enroll(
                    actor(host.issues.lena), EnrollTarget.campaign(draft.id()), byIssue(first)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void what_is_foreseen_is_what_happens_and_leaves_no_trace() {
    Campaign running = host.launch.launch(host.sam(), draft.id());
    HostIssue late = lead("late@example.org");
    int events = host.events(running).size();

    EnrollOutlook outlook =
        enrolling.foresee(host.sam(), EnrollTarget.campaign(draft.id()), byIssue(late));

    assertThat(host.runs(running)).hasSize(1);
    assertThat(host.events(running)).hasSize(events);
    assertThat(host.find(running.id()).admission().admitted()).isEqualTo(1);
    NewEnrollment foreseen = outlook.leads().get(0).run();
    Enrollment run = enroll(late).run();
    assertThat(run.place()).isEqualTo(foreseen.place());
    assertThat(run.lead()).isEqualTo(foreseen.lead());
    assertThat(run.enrolledBy()).isEqualTo(foreseen.enrolledBy());
  }

  @Test
  void what_a_sequence_would_do_makes_no_campaign() {
    long direct = directSequence();
    EnrollTarget target = EnrollTarget.sequence(direct);

    EnrollOutlook outlook = enrolling.foresee(host.sam(), target, inField(first));

    assertThat(outlook.campaign().id()).isZero();
    assertThat(outlook.leads().get(0).run().place().accountId()).isEqualTo(host.account);
    assertThat(host.campaigns.carrier(direct)).isEmpty();
  }

  @Test
  void why_somebody_would_not_be_enrolled_is_foreseen() {
    host.launch.launch(host.sam(), draft.id());
    HostIssue nobody = lead(null);
    HostIssue twice = lead("twice@example.org");
    HostIssue same = lead("twice@example.org");
    List<String> keys = List.of(first.key(), nobody.key(), twice.key(), same.key(), "SALES-999");

    EnrollOutlook outlook =
        enrolling.foresee(
            host.sam(),
            EnrollTarget.campaign(draft.id()),
            new EnrollDraft(null, null, keys, null, null, null, null, null));

    assertThat(outlook.leads())
        .extracting(lead -> lead.not() == null ? null : lead.not().why())
        .containsExactly(
            LeftOutReason.ALREADY_ENROLLED,
            LeftOutReason.NO_ADDRESS,
            null,
            LeftOutReason.DUPLICATE,
            LeftOutReason.NOT_VISIBLE);
  }

  @Test
  void of_several_people_on_an_issue_some_are_chosen() {
    host.launch.launch(host.sam(), draft.id());
    HostIssue watched = lead(null);
    host.issues.tracker.watchers().start(host.issues.sam, watched);
    host.issues.tracker.watchers().start(host.issues.lena, watched);
    EnrollTarget target = EnrollTarget.campaign(draft.id());

    List<Enrolled> outcome =
        enrolling.enroll(host.sam(), target, watchers(watched, "LENA@example.com"));

    assertThat(outcome).singleElement().extracting(Enrolled::address).isEqualTo("lena@example.com");
    assertThat(outcome.get(0).run()).isNotNull();
    assertThatThrownBy(
            () -> enrolling.enroll(host.sam(), target, watchers(watched, "x@example.com")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.problems().get(0).field()).isEqualTo("addresses[0]"));
  }

  @Test
  void whoever_enrolled_a_lead_steers_the_run_and_a_stranger_does_not_see_it() {
    long direct = directSequence();
    EnrollTarget target = EnrollTarget.sequence(direct);
    Enrollment run = enrolling.enroll(actor(host.issues.lena), target, inField(first)).get(0).run();
    Enrollments enrollments = new Enrollments(host.stores, host.visible, host.issues.reader);
    Moving moving = new Moving(host.stores, host.entries, host.suppressions, host.issues.reader);
    EnrollmentControl control =
        new EnrollmentControl(host.stores, enrollments, host.entries, moving);

    assertThat(enrollments.get(actor(host.issues.lena), run.id())).isEqualTo(run);
    assertThat(control.pause(actor(host.issues.lena), run.id(), null).state())
        .isEqualTo(EnrollmentState.PAUSED);
    assertThat(enrollments.get(host.sam(), run.id()).campaignId()).isEqualTo(run.campaignId());
    assertThatThrownBy(() -> enrollments.get(actor(host.issues.bob), run.id()))
        .isInstanceOf(NotFound.class);
    assertThat(found(enrollments, "lena")).containsExactly(run.id());
    assertThat(found(enrollments, "sam")).containsExactly(run.id());
  }

  private List<Long> found(Enrollments enrollments, String name) {
    EnrollmentQuery query = new EnrollmentQuery(null, first.key(), null, null, null);
    return enrollments
        .page(enrollments.filter(actor(host.issues.users.getUserByName(name)), query), 0, 9)
        .stream()
        .map(Enrollment::id)
        .toList();
  }

  @Test
  void on_an_issue_everybody_sees_the_run_who_may_browse_it() {
    host.launch.launch(host.sam(), draft.id());
    Enrollments enrollments = new Enrollments(host.stores, host.visible, host.issues.reader);
    Enrollment run = host.runs(draft).get(0);
    HostIssue other = lead("bob@example.org");

    assertThat(enrollments.ofIssue(actor(host.issues.lena), first.key(), 9)).containsExactly(run);
    assertThat(enrollments.ofIssue(actor(host.issues.lena), first.key(), run.id())).isEqualTo(run);
    assertThatThrownBy(() -> enrollments.ofIssue(actor(host.issues.lena), other.key(), run.id()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> enrollments.ofIssue(actor(host.issues.bob), first.key(), 9))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> enrollments.ofIssue(actor(host.issues.bob), first.key(), run.id()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void a_run_on_an_issue_that_was_hidden_since_is_gone_for_who_began_it() {
    EnrollTarget target = EnrollTarget.sequence(directSequence());
    Enrollment run = enrolling.enroll(actor(host.issues.lena), target, inField(first)).get(0).run();
    Enrollments enrollments = new Enrollments(host.stores, host.visible, host.issues.reader);
    assertThat(enrollments.get(actor(host.issues.lena), run.id())).isEqualTo(run);

    host.issues.groups.leave(host.issues.lena, "sellers");

    assertThatThrownBy(() -> enrollments.get(actor(host.issues.lena), run.id()))
        .isInstanceOf(NotFound.class);
  }

  private long directSequence() {
    return host.sequenceService
        .create(
            host.sam(),
            new SequenceDraft(
                null, "Direct", null, host.account, List.of(CampaignHost.mail("minutes", 0))))
        .id();
  }

  private Enrolled enroll(HostIssue issue) {
    return enrolling.enroll(host.sam(), EnrollTarget.campaign(draft.id()), byIssue(issue)).get(0);
  }

  private HostIssue lead(String address) {
    return host.issues.issue(host.issues.sales, IssueFields.of("Lead").with(email, address));
  }

  private static EnrollDraft byIssue(HostIssue issue) {
    return new EnrollDraft(issue.key(), null, null, null, null, null, null, Map.of());
  }

  private EnrollDraft inField(HostIssue issue) {
    return new EnrollDraft(issue.key(), null, null, null, null, email.getId(), null, Map.of());
  }

  private static EnrollDraft watchers(HostIssue issue, String address) {
    return new EnrollDraft(
        issue.key(), null, null, null, null, "watchers", List.of(address), Map.of());
  }
}
