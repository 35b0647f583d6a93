package dev.drumbeat.sending;

import static dev.drumbeat.sending.LetterFixture.account;
import static dev.drumbeat.sending.LetterFixture.address;
import static dev.drumbeat.sending.SendOutcome.Scope.ACCOUNT;
import static dev.drumbeat.sending.SendOutcome.Scope.ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.mail.MailServer;
import dev.drumbeat.mail.MailSession;
import dev.drumbeat.mail.Passwords;
import dev.drumbeat.mail.Secrets;
import dev.drumbeat.mail.Security;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.SendOutcome.Deferred;
import dev.drumbeat.sending.SendOutcome.Rejected;
import dev.drumbeat.sending.SendOutcome.Sent;
import dev.drumbeat.sending.SendOutcome.Unknown;
import dev.drumbeat.sending.SendOutcome.Withheld;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourierTest {

  private final AwkwardServer server = new AwkwardServer();
  private final List<String> journal = new ArrayList<>();
  private final Courier courier =
      new Courier(
          new MailSession((SSLSocketFactory) SSLSocketFactory.getDefault()),
          new Passwords(new Secrets(Path.of("unused"), Set::of)),
          account(new MailServer("127.0.0.1", server.port(), Security.NONE, null)));

  @AfterEach
  void hangUp() {
    courier.close();
    server.close();
  }

  @Test
  void an_accepted_message_is_sent_and_the_answer_is_kept() {
    assertThat(handOver()).isEqualTo(new Sent("250 2.0.0 Ok: queued as 4F1C"));

    assertThat(server.messages()).containsExactly("Subject: Hi\r\n\r\n.dot\r\n");
  }

  @Test
  void the_mark_comes_after_the_server_asks_for_the_body_and_before_its_first_byte() {
    Mark looking =
        () -> {
          journal.add("mark after " + server.commands().get(server.commands().size() - 1));
          journal.add("bytes of the body: " + server.bodyLines().size());
        };

    courier.handOver(message(), looking);

    assertThat(journal).containsExactly("mark after DATA", "bytes of the body: 0");
  }

  @Test
  void several_messages_share_a_connection() {
    handOver();
    handOver();

    assertThat(server.messages()).hasSize(2);
    assertThat(server.commands()).filteredOn(c -> c.startsWith("EHLO")).hasSize(1);
  }

  @Test
  void without_a_mark_no_byte_of_the_body_leaves() {
    SendOutcome outcome =
        courier.handOver(
            message(),
            () -> {
              throw new Mark.NotMarked(Reason.of("lease.lost"));
            });

    assertThat(outcome).isEqualTo(new Withheld(Reason.of("lease.lost")));
    courier.close();
    assertThat(server.bodyLines()).isEmpty();
    assertThat(server.messages()).isEmpty();
  }

  @Test
  void a_database_that_fails_at_the_mark_holds_the_body_back() {
    SendOutcome outcome =
        courier.handOver(
            message(),
            () -> {
              throw new IllegalStateException("no database");
            });

    assertThat(outcome).isInstanceOf(Withheld.class);
    courier.close();
    assertThat(server.bodyLines()).isEmpty();
    assertThat(handOver()).isInstanceOf(Sent.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RCPT | 550 5.1.1 no such user                    | HARD
          RCPT | 550 no such user here                     | HARD
          DATA | 554 5.1.1 no valid recipients             | HARD
          BODY | 550 5.1.1 no such user after all          | HARD
          BODY | 552 5.3.4 too big                         | CONTENT
          BODY | 552 too big                               | CONTENT
          RCPT | 554 5.6.0 bad format                      | CONTENT
          """)
  void a_refusal_for_good_rejects(String stage, String answer, FailureClass kind) {
    server.at(stage, answer);

    assertThat(handOver())
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.kind()).isEqualTo(kind));
    assertThat(server.messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RCPT | 451 4.2.1 greylisted                      | SOFT
          RCPT | 452 mailbox full                          | SOFT
          RCPT | 552 5.2.2 over quota                      | SOFT
          RCPT | 550 5.7.1 blocked by policy               | BLOCK
          RCPT | 554 blocked using zen.spamhaus.org        | BLOCK
          RCPT | 550 5.4.1 access denied                   | BLOCK
          DATA | 451 4.3.0 try later                       | SOFT
          BODY | 451 4.3.0 no room                         | SOFT
          BODY | 550 looks like spam                       | BLOCK
          BODY | 550 not today                             | BLOCK
          """)
  void a_refusal_for_now_defers_the_address_and_the_next_one_is_served(
      String stage, String answer, FailureClass kind) {
    server.at(stage, answer);

    assertThat(handOver())
        .isInstanceOfSatisfying(
            Deferred.class,
            deferred -> {
              assertThat(deferred.scope()).isEqualTo(ADDRESS);
              assertThat(deferred.kind()).isEqualTo(kind);
            });
    server.behave();
    assertThat(handOver()).isInstanceOf(Sent.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONNECT | 421 4.3.2 not now
          MAIL    | 550 5.1.8 unknown sender
          MAIL    | 421 4.7.0 too many
          MAIL    | 530 5.7.0 log in first
          RCPT    | 421 4.3.2 shutting down
          RCPT    | 554 5.7.1 relay access denied
          RCPT    | ''
          DATA    | ''
          DATA    | 250 what
          """)
  void trouble_with_the_account_holds_back_the_account_and_not_the_lead(
      String stage, String answer) {
    server.at(stage, answer);

    assertThat(handOver())
        .isInstanceOfSatisfying(
            Deferred.class, deferred -> assertThat(deferred.scope()).isEqualTo(ACCOUNT));
    assertThat(journal).isEmpty();
    server.behave();
    assertThat(handOver()).isInstanceOf(Sent.class);
  }

  @Test
  void a_server_that_is_not_there_is_a_reason_and_no_exception() {
    server.close();

    assertThat(courier.open())
        .hasValueSatisfying(r -> assertThat(r.key()).isEqualTo("drumbeat.fault.refused"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LINE | ''
          BODY | ''
          BODY | gibberish
          BODY | 354 again
          """)
  void after_the_mark_only_a_final_answer_ends_the_doubt(String stage, String answer) {
    server.at(stage, answer);

    assertThat(handOver()).isInstanceOf(Unknown.class);
    assertThat(journal).containsExactly("marked");
  }

  @Test
  void a_refused_body_is_refused_even_if_the_server_hangs_up_right_after() {
    server.at("BODY", "451 4.3.0 no room|");

    assertThat(handOver()).isInstanceOf(Deferred.class);
  }

  @Test
  void an_accepted_body_is_sent_even_if_the_server_hangs_up_right_after() {
    server.at("BODY", "250 2.0.0 thanks|");

    assertThat(handOver()).isEqualTo(new Sent("250 2.0.0 thanks"));
    server.behave();
    assertThat(handOver()).isInstanceOf(Sent.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "421 4.7.0 enough messages on this connection|"})
  void a_connection_that_went_stale_is_replaced(String answer) {
    handOver();
    server.once("MAIL", answer);

    assertThat(handOver()).isInstanceOf(Sent.class);

    assertThat(server.commands()).filteredOn(c -> c.startsWith("EHLO")).hasSize(2);
    assertThat(journal).containsExactly("marked", "marked");
  }

  @Test
  void an_address_that_this_server_cannot_be_told_is_rejected_in_words() {
    Outgoing message =
        new Outgoing(address("sales@example.org"), address("jürgen@example.org"), bytes());

    assertThat(courier.handOver(message, () -> {}))
        .isEqualTo(
            new Rejected(
                FailureClass.CONTENT,
                Reason.of("drumbeat.outcome.not-ascii", "jürgen@example.org")));
    assertThat(server.commands()).isEmpty();
  }

  private static Outgoing message() {
    return new Outgoing(address("sales@example.org"), address("ada@example.org"), bytes());
  }

  private static byte[] bytes() {
    return "Subject: Hi\r\n\r\n.dot\r\n".getBytes(StandardCharsets.US_ASCII);
  }

  private SendOutcome handOver() {
    return courier.handOver(message(), () -> journal.add("marked"));
  }
}
