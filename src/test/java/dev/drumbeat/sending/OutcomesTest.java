package dev.drumbeat.sending;

import static dev.drumbeat.enrollment.EndReason.BOUNCED;
import static dev.drumbeat.enrollment.EndReason.SEND_ERROR;
import static dev.drumbeat.sending.SendState.DEFERRED;
import static dev.drumbeat.sending.SendState.PLANNED;
import static dev.drumbeat.sending.SendState.REJECTED;
import static dev.drumbeat.sending.SendState.SENT;
import static dev.drumbeat.sending.SendState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.audience.SuppressionReason;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.EventType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each answer of a server, at each stage, makes of the send, the run and the account. */
@Tag("database")
class OutcomesTest {

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RCPT | 550 5.1.1 no such user
          DATA | 554 5.1.1 no valid recipients
          BODY | 550 5.1.1 no such user after all
          """)
  void an_address_that_does_not_exist_is_suppressed_and_its_run_is_over(
      String stage, String answer) {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.server.at(stage, answer);

    host.tick();

    Send send = host.send(campaign);
    assertThat(send.state()).isEqualTo(REJECTED);
    assertThat(send.bouncedAt()).isEqualTo(host.now());
    assertThat(send.handedOverAt()).isNull();
    assertThat(host.run(campaign).standing().end()).isEqualTo(BOUNCED);
    assertThat(host.suppressions.find(host.run(campaign).lead().address(), campaign.id()))
        .hasValueSatisfying(
            found -> assertThat(found.reason()).isEqualTo(SuppressionReason.HARD_BOUNCE));
    assertThat(host.events(host.run(campaign)))
        .containsExactly(EventType.ENROLLED, EventType.REJECTED, EventType.FINISHED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BODY | 552 5.3.4 too big
          RCPT | 554 5.6.0 bad format
          """)
  void a_message_that_is_refused_fails_the_run_and_suppresses_nobody(String stage, String answer) {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.server.at(stage, answer);

    host.tick();

    assertThat(host.send(campaign).state()).isEqualTo(REJECTED);
    assertThat(host.run(campaign).state()).isEqualTo(EnrollmentState.FAILED);
    assertThat(host.run(campaign).standing().end()).isEqualTo(SEND_ERROR);
    assertThat(host.suppressions.find(host.run(campaign).lead().address(), campaign.id()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RCPT | 451 4.2.1 greylisted
          DATA | 451 4.3.0 try later
          BODY | 451 4.3.0 no room
          """)
  void a_refusal_for_now_is_tried_again_and_the_others_are_served(String stage, String answer) {
    host.lead("ada@example.org");
    host.lead("bob@example.org");
    Campaign campaign = host.launch();
    host.server.once(stage, answer);

    host.tick();

    assertThat(host.sends(campaign)).extracting(Send::state).containsOnly(DEFERRED, SENT);
    assertThat(host.server.messages()).hasSize(1);
    host.tickAfter(Duration.ofMinutes(5));
    assertThat(host.sends(campaign)).extracting(Send::state).containsOnly(SENT);
    assertThat(host.server.recipients()).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void an_address_that_is_refused_for_three_days_fails_its_run() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.server.at("RCPT", "452 4.2.2 mailbox full");

    host.tick();
    for (int hour = 0; hour <= 72; hour++) {
      host.tickAfter(Duration.ofHours(1));
    }

    assertThat(host.send(campaign).state()).isEqualTo(REJECTED);
    assertThat(host.run(campaign).standing().end()).isEqualTo(SEND_ERROR);
    assertThat(host.send(campaign).attempts()).isBetween(8, 15);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONNECT | 421 4.3.2 not now
          MAIL    | 550 5.1.8 unknown sender
          RCPT    | 554 5.7.1 relay access denied
          DATA    | ''
          """)
  void trouble_with_the_account_stops_it_for_a_while_and_costs_no_lead(
      String stage, String answer) {
    host.leads(3);
    Campaign campaign = host.launch();
    host.server.at(stage, answer);

    host.tick();
    int asked = host.server.commands().size();
    host.tick();

    assertThat(host.server.commands()).hasSize(asked);
    assertThat(host.sends(campaign)).extracting(Send::state).isSubsetOf(PLANNED);
    assertThat(host.shards.find(host.account).orElseThrow().failures()).isEqualTo(1);
    host.server.behave();
    host.tickAfter(Duration.ofMinutes(10));
    assertThat(host.server.recipients()).doesNotHaveDuplicates().hasSize(3);
    assertThat(host.shards.find(host.account).orElseThrow().hold()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"LINE", "BODY"})
  void a_connection_that_breaks_within_the_body_leaves_a_doubt_and_stops_the_account(String stage) {
    host.leads(3);
    Campaign campaign = host.launch();
    host.server.at(stage, AwkwardServer.HANG_UP);

    host.tick();

    assertThat(host.send(campaign).state()).isEqualTo(UNKNOWN);
    host.server.behave();
    host.tickAfter(Duration.ofMinutes(10));
    host.tickAfter(Duration.ofHours(1));
    assertThat(host.sends(campaign)).extracting(Send::state).containsOnly(UNKNOWN, SENT);
    host.tickAfter(Duration.ofHours(23));
    assertThat(host.sends(campaign)).extracting(Send::state).containsOnly(SENT);
    assertThat(host.server.recipients()).doesNotHaveDuplicates();
  }

  @Test
  void a_bounce_is_noted_once_and_proves_that_it_left() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.tick();
    Send send = host.send(campaign);
    var why = EndReason.BOUNCED.reason();

    assertThat((boolean) host.sql.write(c -> host.sends.bounced(c, send, why, host.now())))
        .isTrue();
    assertThat((boolean) host.sql.write(c -> host.sends.bounced(c, send, why, host.now())))
        .isFalse();

    assertThat(host.send(campaign).bouncedAt()).isEqualTo(host.now());
    assertThat(host.events(host.run(campaign)))
        .containsExactly(EventType.ENROLLED, EventType.SENT, EventType.BOUNCED);
  }

  @Test
  void a_send_is_found_by_its_message_id() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.tick();
    Send send = host.send(campaign);

    assertThat(host.sends.byMessageIds(List.of("<x@y>", send.messageId()))).containsExactly(send);
    assertThat(host.sends.ofEnrollment(send.enrollmentId())).containsExactly(send);
    assertThat(host.sends.find(send.id())).hasValue(send);
    assertThat(host.sends.countByState(campaign.id())).containsOnlyKeys(SENT);
  }
}
