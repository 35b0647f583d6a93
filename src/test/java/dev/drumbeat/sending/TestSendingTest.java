package dev.drumbeat.sending;

import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.sending.SendOutcome.Rejected;
import dev.drumbeat.sending.SendOutcome.Sent;
import dev.drumbeat.sequence.Step;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSendingTest {

  @TempDir private Path home;
  private SendingHost host;
  private TestSending tests;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
    tests =
        new TestSending(
            host.templates,
            host.issues.people,
            host.couriers,
            host.sending,
            host.suppressions,
            host.issues.clock);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void a_test_reaches_its_reader_and_nothing_of_it_is_kept() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();

    assertThat(send(campaign, 0)).isInstanceOf(Sent.class);

    assertThat(host.server.recipients()).containsExactly("sam@example.com");
    assertThat(host.server.messages().get(0)).contains("How are you, Sam?");
    assertThat(host.sends(campaign)).isEmpty();
  }

  @Test
  void a_follow_up_without_a_subject_answers_something() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();

    assertThat(send(campaign, 1)).isInstanceOf(Sent.class);

    assertThat(host.server.messages().get(0)).contains("Subject: Re: Spring");
  }

  @Test
  void what_is_missing_is_said_and_nothing_leaves() {
    host.sequence = host.sequence(SendingHost.mail("Hello", "${issue.dueDate}", 0));
    host.lead("ada@example.org");
    Campaign campaign = host.launch();

    assertThat(send(campaign, 0))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.reason().key()).isEqualTo("drumbeat.wait.missing"));
    assertThat(host.server.commands()).isEmpty();
  }

  @Test
  void while_nothing_may_be_sent_a_test_is_refused() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.sending.turnOff(anAdministrator());

    assertThatThrownBy(() -> send(campaign, 0)).isInstanceOf(Conflict.class);
  }

  private SendOutcome send(Campaign campaign, int number) {
    Step step = host.sequences.find(host.sequence).orElseThrow().steps().get(number);
    return tests.send(
        host.sam(),
        campaign,
        step,
        host.accounts.find(host.account).orElseThrow(),
        new MailAddress("sam", "example.com"),
        null);
  }
}
