package dev.drumbeat.sending;

import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.audience.NewSuppression;
import dev.drumbeat.audience.Scope;
import dev.drumbeat.audience.SuppressionReason;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotAllowed;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.StepDrafts;
import dev.drumbeat.sequence.VariantDraft;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignTestTest {

  @TempDir private Path home;
  private SendingHost host;
  private CampaignTest test;
  private HostIssue first;
  private Campaign campaign;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
    host.sequence =
        host.sequence(SendingHost.mail("About ${issue.key}", 0), SendingHost.mail("More", 1));
    first = host.lead("ann@example.org");
    host.lead("bob@example.org");
    campaign = host.launch();
    test =
        new CampaignTest(
            host.visible,
            host.sequences,
            host.accounts,
            host.issues.audience,
            host.issues.reader,
            new TestSending(
                host.templates,
                host.issues.people,
                host.couriers,
                host.sending,
                host.suppressions,
                host.issues.clock));
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void the_first_step_goes_out_as_the_first_lead_would_get_it() {
    Tested tested = send(new TestDraft("me@example.com", null, null, null));

    assertThat(tested.outcome()).isInstanceOf(SendOutcome.Sent.class);
    assertThat(tested.issueKey()).isEqualTo(first.key());
    assertThat(host.server.messages())
        .singleElement()
        .asString()
        .contains("About " + first.key())
        .contains("me@example.com")
        .doesNotContain("ann@example.org");
  }

  @Test
  void a_test_counts_nowhere() {
    send(new TestDraft("me@example.com", null, null, null));

    assertThat(host.sends(campaign)).isEmpty();
    assertThat(host.runs(campaign)).hasSize(2);
  }

  @Test
  void a_step_and_an_issue_may_be_chosen() {
    long second = host.sequences.find(host.sequence).orElseThrow().steps().get(1).id();
    HostIssue other = host.lead("cleo@example.org");

    Tested tested = send(new TestDraft("me@example.com", other.key(), second, null));

    assertThat(tested.step().subject()).isEqualTo("More");
    assertThat(tested.issueKey()).isEqualTo(other.key());
  }

  @Test
  void a_variant_may_be_chosen_by_its_label() {
    VariantDraft a = new VariantDraft(null, "A", 1, "Plain", null, "Hi");
    VariantDraft b = new VariantDraft(null, "B", 0, "Bold", null, "Hi");
    long id = host.sequences.find(host.sequence).orElseThrow().steps().get(0).id();
    host.sequenceService.replaceStep(host.sam(), host.sequence, id, StepDrafts.tested(null, a, b));
    host.publish();

    send(new TestDraft("me@example.com", null, null, "B"));

    assertThat(host.server.messages()).singleElement().asString().contains("Subject: Bold");
    assertThatThrownBy(() -> send(new TestDraft("me@example.com", null, null, "C")))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void what_cannot_be_tested_is_refused() {
    assertThatThrownBy(() -> send(new TestDraft("me", null, null, null)))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> send(new TestDraft("me@example.com", "NO-1", null, null)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> send(new TestDraft("me@example.com", null, 987654L, null)))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void nothing_leaves_while_sending_is_off() {
    host.sending.turnOff(anAdministrator());

    assertThatThrownBy(() -> send(new TestDraft("me@example.com", null, null, null)))
        .isInstanceOf(Conflict.class);
    assertThat(host.server.messages()).isEmpty();
  }

  @Test
  void without_the_right_to_launch_a_test_goes_to_oneself_alone() {
    Actor user =
        new Actor(
            host.sam().userKey(),
            "Sam",
            Set.of(Right.USE_CAMPAIGNS),
            host.sam().locale(),
            host.sam().zone());
    String own = host.issues.people.email(user.userKey()).orElseThrow();

    test.send(user, campaign.id(), new TestDraft(own, null, null, null));

    assertThat(host.server.messages()).hasSize(1);
    assertThatThrownBy(
            () ->
                test.send(
                    user, campaign.id(), new TestDraft("v@elsewhere.example", null, null, null)))
        .isInstanceOf(NotAllowed.class);
    assertThat(host.server.messages()).hasSize(1);
  }

  @Test
  void no_test_goes_to_an_address_that_is_suppressed() {
    MailAddress ann = ((ParsedAddress.Accepted) MailAddress.parse("ann@example.org")).address();
    host.suppressions.add(
        NewSuppression.of(ann, Scope.INSTANCE, SuppressionReason.UNSUBSCRIBED, "test"));

    assertThatThrownBy(() -> send(new TestDraft("ann@example.org", null, null, null)))
        .isInstanceOf(InvalidInput.class);
    assertThat(host.server.messages()).isEmpty();
  }

  private Tested send(TestDraft draft) {
    return test.send(host.sam(), campaign.id(), draft);
  }
}
