package dev.drumbeat.enrollment;

import static dev.drumbeat.enrollment.CampaignHost.actor;
import static dev.drumbeat.enrollment.CampaignHost.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.audience.NewSuppression;
import dev.drumbeat.audience.Scope;
import dev.drumbeat.audience.SuppressionReason;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.sequence.SequenceDraft;
import dev.drumbeat.sequence.StepDraft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class EnrollingTest {

  @TempDir private Path home;
  private CampaignHost host;
  private HostField email;
  private Enrolling enrolling;
  private long sequence;

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
    sequence = sequence(host.sam(), host.account, mail("minutes", 0), mail("days", 1));
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void a_lead_enters_at_the_first_step_from_the_account_of_the_sequence() {
    Enrolled outcome = enroll(byAddress("ann@example.org"));

    Enrollment run = outcome.run();
    assertThat(run.state()).isEqualTo(EnrollmentState.PENDING);
    assertThat(run.place().accountId()).isEqualTo(host.account);
    assertThat(run.place().dueAt()).isEqualTo(host.issues.clock.instant());
    assertThat(carrier().alwaysOn()).isTrue();
    assertThat(carrier().admission().admitted()).isEqualTo(1);
    assertThat(host.events(carrier())).containsExactly(EventType.ENROLLED);
  }

  @Test
  void two_requests_at_once_enroll_a_lead_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    Callable<Enrolled> enroll = () -> enroll(byAddress("ann@example.org"));

    List<Enrolled> outcomes = new ArrayList<>();
    for (Future<Enrolled> outcome : threads.invokeAll(Collections.nCopies(16, enroll))) {
      outcomes.add(outcome.get());
    }
    threads.shutdown();

    assertThat(outcomes).filteredOn(outcome -> outcome.run() != null).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.why() == LeftOutReason.ALREADY_ENROLLED)
        .hasSize(15);
    assertThat(host.runs(carrier())).hasSize(1);
  }

  @Test
  void a_lead_who_is_through_is_not_enrolled_again() {
    Enrollment run = enroll(byAddress("ann@example.org")).run();
    host.stores.transitions().finish(run, EndReason.COMPLETED, Cause.app("test"));

    assertThat(enroll(byAddress("ANN@example.org")).why())
        .isEqualTo(LeftOutReason.ALREADY_ENROLLED);
  }

  @Test
  void one_bad_lead_stops_nobody_else() {
    lead("ann@example.org");
    lead("ann@example.org");
    lead(null);
    lead("ann at example");
    lead("bob@example.org");
    host.suppressions.add(
        NewSuppression.of(
            new MailAddress("bob", "example.org"), Scope.INSTANCE, SuppressionReason.MANUAL, "x"));

    List<Enrolled> outcome =
        enrolling.enroll(host.sam(), EnrollTarget.sequence(sequence), byQuery("project = SALES"));

    assertThat(outcome)
        .extracting(Enrolled::why)
        .containsExactly(
            null,
            LeftOutReason.DUPLICATE,
            LeftOutReason.NO_ADDRESS,
            LeftOutReason.INVALID_ADDRESS,
            LeftOutReason.SUPPRESSED);
  }

  @Test
  void an_issue_that_the_owner_of_the_sequence_may_not_see_is_left_out() {
    HostIssue seen = lead("ann@example.org");
    long bobs = sequence(actor(host.issues.bob), host.account, mail("minutes", 0));

    List<Enrolled> outcome =
        enrolling.enroll(host.sam(), EnrollTarget.sequence(bobs), byQuery("key = " + seen.key()));

    assertThat(outcome).extracting(Enrolled::why).containsExactly(LeftOutReason.NOT_VISIBLE);
    assertThat(outcome.get(0).detail().key()).isEqualTo("drumbeat.enroll.owner-cannot-see");
  }

  @Test
  void a_sequence_without_account_or_steps_is_a_conflict() {
    long silent = sequence(host.sam(), null, mail("minutes", 0));
    long empty = sequence(host.sam(), host.account);

    assertThatThrownBy(
            () ->
                enrolling.enroll(
                    host.sam(), EnrollTarget.sequence(silent), byAddress("ann@example.org")))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("drumbeat.enroll.no-account");
    assertThatThrownBy(
            () ->
                enrolling.enroll(
                    host.sam(), EnrollTarget.sequence(empty), byAddress("ann@example.org")))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("drumbeat.campaign.no-steps");
  }

  private Enrolled enroll(EnrollDraft draft) {
    return enrolling.enroll(host.sam(), EnrollTarget.sequence(sequence), draft).get(0);
  }

  private Campaign carrier() {
    return host.campaigns.carrier(sequence).orElseThrow();
  }

  private long sequence(Actor owner, Long account, StepDraft... steps) {
    SequenceDraft draft = new SequenceDraft(null, "Direct", null, account, List.of(steps));
    return host.sequenceService.create(owner, draft).id();
  }

  private HostIssue lead(String address) {
    return host.issues.issue(host.issues.sales, IssueFields.of("Lead").with(email, address));
  }

  private static EnrollDraft byAddress(String address) {
    return new EnrollDraft(null, address, null, null, null, null, null, Map.of());
  }

  private EnrollDraft byQuery(String jql) {
    return new EnrollDraft(null, null, null, jql, null, email.getId(), null, null);
  }
}
