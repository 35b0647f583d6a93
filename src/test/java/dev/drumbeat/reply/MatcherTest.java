package dev.drumbeat.reply;

import static dev.drumbeat.reply.ReplyHost.SALES;
import static dev.drumbeat.reply.ReplyHost.idOf;
import static dev.drumbeat.reply.Reports.aBounce;
import static dev.drumbeat.reply.incoming.MailFixture.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.reply.incoming.MailFixture;
import dev.drumbeat.sending.Send;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a message is (§12.1). */
class MatcherTest {

  private static final String ANN = "ann@buyer.example";
  private static final String BOB = "bob@buyer.example";

  @TempDir private Path home;
  private ReplyHost host;
  private Enrollment run;
  private Send send;

  @BeforeEach
  void open() {
    host = new ReplyHost(home);
    run = host.enrolled(ANN);
    send = host.sent(run);
  }

  @AfterEach
  void close() {
    host.close();
  }

  private Reply matched(MailFixture mail) {
    return matched(SALES, mail);
  }

  private Reply matched(String mailbox, MailFixture mail) {
    host.arrives(mailbox, mail);
    host.runJob();
    return host.theReply();
  }

  @Test
  void an_answer_of_the_lead_to_our_message_is_certain() {
    Reply reply = matched(aMail().from(ANN).answering(idOf(send)));

    assertThat(reply.match().confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(reply.match().evidence()).isEqualTo("message-id: " + send.messageId());
    assertThat(reply.match().enrollmentId()).isEqualTo(run.id());
    assertThat(reply.match().issueKey()).isEqualTo(run.lead().issueKey());
  }

  @Test
  void a_chain_of_references_belongs_to_the_newest_step_in_it() {
    Send second = host.sent(run);
    String chain = send.messageId() + " <x@buyer.example> " + second.messageId();

    Reply reply = matched(aMail().from(ANN).with("References", chain));

    assertThat(reply.match().sendId()).isEqualTo(second.id());
  }

  @Test
  void an_answer_from_another_address_makes_the_run_wait() {
    Reply reply = matched(aMail().from("ann.buyer@home.example").answering(idOf(send)));

    assertThat(reply.match().confidence()).isEqualTo(Confidence.PROBABLE);
    assertThat(reply.state()).isEqualTo(ReplyState.OPEN);
    assertThat(host.now(run).standing().pause()).isEqualTo(PauseReason.DOUBTFUL_REPLY);
  }

  @Test
  void an_answer_from_nobody_makes_the_run_wait() {
    Reply reply = matched(aMail().without("From").answering(idOf(send)));

    assertThat(reply.match().confidence()).isEqualTo(Confidence.PROBABLE);
    assertThat(host.now(run).standing().pause()).isEqualTo(PauseReason.DOUBTFUL_REPLY);
  }

  @Test
  void the_link_that_an_answer_quotes_names_its_run() {
    String quote = "\n\n> To unsubscribe: " + host.unsubscribing.url(run) + "\n";

    Reply reply = matched(aMail().from("ann.buyer@home.example").saying("Yes, please." + quote));

    assertThat(reply.match().confidence()).isEqualTo(Confidence.PROBABLE);
    assertThat(reply.match().evidence()).isEqualTo("unsubscribe link");
    assertThat(reply.match().sendId()).isEqualTo(send.id());
    assertThat(host.now(run).standing().pause()).isEqualTo(PauseReason.DOUBTFUL_REPLY);
  }

  @Test
  void a_link_that_nobody_signed_names_nothing() {
    String forged = "\n\n> https://x.example/drumbeat/u/1.AAAAAAAAAAAAAAAAAAAAAA\n";
    host.arrives(aMail().from("eve@home.example").saying("Hello" + forged));

    host.runJob();

    assertThat(host.kept()).isEmpty();
  }

  @Test
  void a_new_message_of_the_lead_belongs_to_the_last_step() {
    host.issues.clock.advance(Duration.ofDays(3));
    Send second = host.sent(run);

    Reply reply = matched(aMail().from("Ann@BUYER.example").subject("Your offer"));

    assertThat(reply.match().confidence()).isEqualTo(Confidence.STRONG);
    assertThat(reply.match().sendId()).isEqualTo(second.id());
    assertThat(host.now(run).standing().end()).isEqualTo(EndReason.REPLIED);
  }

  @Test
  void a_lead_who_got_nothing_yet_answers_nothing_and_is_kept() {
    Enrollment bob = host.enrolled(BOB);

    Reply reply = matched(aMail().from(BOB));

    assertThat(reply.match().confidence()).isEqualTo(Confidence.NONE);
    assertThat(reply.match().enrollmentId()).isNull();
    assertThat(reply.match().campaignId()).isEqualTo(bob.campaignId());
    assertThat(reply.state()).isEqualTo(ReplyState.OPEN);
    assertThat(host.now(bob).state()).isEqualTo(EnrollmentState.PENDING);
  }

  @Test
  void a_message_of_nobody_we_know_is_counted_alone() {
    host.arrives(aMail().from("newsletter@shop.example"));

    host.runJob();

    assertThat(host.kept()).isEmpty();
    assertThat(host.mailbox().counts().ignored()).isEqualTo(1);
  }

  @Test
  void what_we_sent_ourselves_is_no_answer() {
    host.account("Support", "support@example.com");
    host.arrives(aMail().from("Sales <SALES@example.com>").answering(idOf(send)));
    host.arrives(aMail().from("support@example.com").answering(idOf(send)));
    host.arrives(aMail().from(ANN).with("Message-ID", send.messageId()));

    host.runJob();

    assertThat(host.kept()).isEmpty();
    assertThat(host.mailbox().counts().ignored()).isEqualTo(3);
    assertThat(host.now(run).state()).isEqualTo(EnrollmentState.PENDING);
  }

  @Test
  void another_lead_in_the_thread_answers_for_themselves() {
    Enrollment bob = host.enrolled(BOB);
    host.sent(bob);

    Reply reply = matched(aMail().from(BOB).answering(idOf(send)));

    assertThat(reply.match().enrollmentId()).isEqualTo(bob.id());
    assertThat(host.now(bob).standing().end()).isEqualTo(EndReason.REPLIED);
    assertThat(host.now(run).state()).isEqualTo(EnrollmentState.PENDING);
  }

  @Test
  void a_stranger_in_the_thread_in_another_mailbox_makes_the_run_wait() {
    host.account("Support", "support@example.com");

    Reply reply =
        matched("support@example.com", aMail().from("carl@home.example").answering(idOf(send)));

    assertThat(reply.match().confidence()).isEqualTo(Confidence.PROBABLE);
    assertThat(reply.state()).isEqualTo(ReplyState.OPEN);
    assertThat(host.now(run).standing().pause()).isEqualTo(PauseReason.DOUBTFUL_REPLY);
  }

  @Test
  void accounts_may_share_a_mailbox() {
    long shared = host.account("Team", "team@example.com", SALES);
    Enrollment bob = host.enrolled(BOB, shared, true);
    Send toBob = host.sent(bob);

    Reply reply = matched(aMail().from(BOB).answering(idOf(toBob)));

    assertThat(reply.match().confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(host.now(bob).standing().end()).isEqualTo(EndReason.REPLIED);
  }

  @Test
  void a_report_that_names_no_message_belongs_to_the_last_one_to_its_recipient() {
    Reply reply = matched(aBounce(ANN, "5.1.1", "550 5.1.1 no such user").ofNothing());

    assertThat(reply.match().confidence()).isEqualTo(Confidence.STRONG);
    assertThat(reply.match().sendId()).isEqualTo(send.id());
    assertThat(host.now(run).standing().end()).isEqualTo(EndReason.BOUNCED);
  }

  @Test
  void a_report_that_names_a_message_of_others_is_none_of_ours() {
    host.arrives(aBounce(ANN, "5.1.1", "550 5.1.1 no such user").of("theirs@elsewhere.example"));
    host.arrives(Reports.aComplaint("theirs@elsewhere.example", ANN));

    host.runJob();

    assertThat(host.kept()).isEmpty();
    assertThat(host.now(run).state()).isEqualTo(EnrollmentState.PENDING);
  }

  @Test
  void a_report_that_names_no_message_and_comes_late_is_of_something_else() {
    host.issues.clock.advance(Duration.ofDays(15));
    host.arrives(aBounce(ANN, "5.1.1", "550 5.1.1 no such user").ofNothing());

    host.runJob();

    assertThat(host.kept()).isEmpty();
  }

  @Test
  void a_message_from_before_the_first_step_answers_nothing() {
    host.arrives(aMail().from(BOB));
    host.issues.clock.advance(Duration.ofHours(1));
    host.sent(host.enrolled(BOB));

    host.runJob();

    assertThat(host.theReply().match().confidence()).isEqualTo(Confidence.NONE);
  }
}
