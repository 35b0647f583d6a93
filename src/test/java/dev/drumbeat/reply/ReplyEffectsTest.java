package dev.drumbeat.reply;

import static dev.drumbeat.enrollment.EventType.AUTO_REPLIED;
import static dev.drumbeat.enrollment.EventType.BOUNCED;
import static dev.drumbeat.enrollment.EventType.CANCELLED;
import static dev.drumbeat.enrollment.EventType.COMPLAINED;
import static dev.drumbeat.enrollment.EventType.FINISHED;
import static dev.drumbeat.enrollment.EventType.PAUSED;
import static dev.drumbeat.enrollment.EventType.REPLIED;
import static dev.drumbeat.enrollment.EventType.SENT;
import static dev.drumbeat.enrollment.EventType.UNSUBSCRIBED;
import static dev.drumbeat.reply.ReplyHost.idOf;
import static dev.drumbeat.reply.Reports.aBounce;
import static dev.drumbeat.reply.incoming.MailFixture.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.enrollment.Tally;
import dev.drumbeat.reply.incoming.MailFixture;
import dev.drumbeat.sending.Send;
import dev.drumbeat.sending.SendState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from a message, by its class (§12.2, §13, §14); the host stands on a Monday. */
class ReplyEffectsTest {

  private static final String ANN = "ann@buyer.example";

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

  /** Whatever it does, the numbers of the campaign go along. */
  private void arrives(MailFixture mail) {
    List<Tally> before = host.uncounted(run);
    host.arrives(mail);
    host.runJob();
    assertThat(host.uncounted(run)).containsExactlyInAnyOrderElementsOf(before);
  }

  private MailFixture answer() {
    return aMail().from(ANN).answering(idOf(send));
  }

  @Test
  void an_answer_ends_the_run_and_takes_its_open_send_with_it() {
    Send planned = host.sent(run, SendState.PLANNED);

    arrives(answer().saying("Thursday works for me."));

    assertThat(host.now(run).standing().end()).isEqualTo(EndReason.REPLIED);
    assertThat(host.now(planned).state()).isEqualTo(SendState.CANCELLED);
    assertThat(host.events(run)).containsExactly(REPLIED, FINISHED, CANCELLED);
    assertThat(host.amount(run, Tally.REPLIED)).isEqualTo(1);
    assertThat(host.theReply().match().sendId()).isEqualTo(send.id());
    assertThat(host.theReply().state()).isEqualTo(ReplyState.OPEN);
  }

  @Test
  void an_answer_ends_every_run_of_the_lead_whose_campaign_stops_on_it() {
    Enrollment other = host.enrolled(ANN);
    Enrollment deaf = host.enrolled(ANN, host.account, false);
    Enrollment bob = host.enrolled("bob@buyer.example");

    arrives(answer());

    assertThat(host.now(run).standing().end()).isEqualTo(EndReason.REPLIED);
    assertThat(host.now(other).standing().end()).isEqualTo(EndReason.REPLIED);
    assertThat(host.events(other)).containsExactly(FINISHED);
    assertThat(host.now(deaf).state()).isEqualTo(EnrollmentState.PENDING);
    assertThat(host.now(bob).state()).isEqualTo(EnrollmentState.PENDING);
  }

  @Test
  void a_request_in_words_ends_all_runs_and_suppresses_the_lead() {
    Enrollment deaf = host.enrolled(ANN, host.account, false);

    arrives(answer().saying("Please take me off your list."));

    assertThat(host.theReply().kind()).isEqualTo(ReplyKind.UNSUBSCRIBE);
    assertThat(host.isSuppressed(run)).isTrue();
    assertThat(host.events(run)).containsExactly(REPLIED, UNSUBSCRIBED, FINISHED);
    assertThat(host.amount(run, Tally.UNSUBSCRIBED)).isEqualTo(1);
    assertThat(host.now(deaf).standing().end()).isEqualTo(EndReason.UNSUBSCRIBED);
  }

  @Test
  void a_request_of_a_lead_who_got_nothing_yet_counts_too() {
    Enrollment bob = host.enrolled("bob@buyer.example");

    arrives(aMail().from("bob@buyer.example").saying("Unsubscribe"));

    assertThat(host.isSuppressed(bob)).isTrue();
    assertThat(host.now(bob).standing().end()).isEqualTo(EndReason.UNSUBSCRIBED);
  }

  @Test
  void somebody_out_of_office_is_left_alone_for_a_working_day_longer_than_they_say() {
    arrives(
        answer()
            .with("Auto-Submitted", "auto-replied")
            .subject("Out of office")
            .saying("I am out of the office and will be back on 5 June 2026."));

    assertThat(host.now(run).standing().pause()).isEqualTo(PauseReason.OUT_OF_OFFICE);
    assertThat(host.now(run).standing().pausedUntil())
        .isEqualTo(Instant.parse("2026-06-07T22:00:00Z"));
    assertThat(host.events(run)).containsExactly(AUTO_REPLIED, PAUSED);
    assertThat(host.theReply().state()).isEqualTo(ReplyState.CLOSED);
  }

  @Test
  void somebody_out_of_office_without_a_date_is_left_alone_for_a_week() {
    arrives(
        answer()
            .with("Auto-Submitted", "auto-replied")
            .subject("Out of office")
            .saying("I am out of the office with limited access to mail."));

    assertThat(host.now(run).standing().pausedUntil())
        .isEqualTo(Instant.parse("2026-06-08T10:00:00Z"));
  }

  @Test
  void a_machine_that_confirms_receipt_changes_nothing() {
    arrives(
        answer()
            .with("Auto-Submitted", "auto-replied")
            .subject("Ticket 4711")
            .saying("We have received your message."));

    assertThat(host.now(run).state()).isEqualTo(EnrollmentState.PENDING);
    assertThat(host.events(run)).containsExactly(AUTO_REPLIED);
  }

  @Test
  void somebody_who_left_the_company_is_through() {
    arrives(
        answer()
            .with("Auto-Submitted", "auto-replied")
            .saying("Ann no longer works here. Please write to bob@buyer.example."));

    assertThat(host.now(run).standing().end()).isEqualTo(EndReason.LEFT_COMPANY);
    assertThat(host.theReply().state()).isEqualTo(ReplyState.OPEN);
    assertThat(host.isSuppressed(run)).isFalse();
  }

  @Test
  void a_dead_address_is_suppressed_and_its_runs_end() {
    Enrollment other = host.enrolled(ANN);

    arrives(aBounce(ANN, "5.1.1", "550 5.1.1 no such user").of(idOf(send)));

    assertThat(host.isSuppressed(run)).isTrue();
    assertThat(host.events(run)).containsExactly(BOUNCED, FINISHED);
    assertThat(host.now(other).standing().end()).isEqualTo(EndReason.BOUNCED);
    assertThat(host.now(send).bouncedAt()).isEqualTo(host.now());
  }

  @Test
  void a_full_mailbox_is_noted_and_ends_nothing() {
    arrives(aBounce(ANN, "5.2.2", "552 5.2.2 mailbox full").of(idOf(send)));

    assertThat(host.isSuppressed(run)).isFalse();
    assertThat(host.events(run)).containsExactly(BOUNCED);
    assertThat(host.now(run).state()).isEqualTo(EnrollmentState.PENDING);
  }

  @Test
  void a_message_that_is_late_is_no_event() {
    arrives(aBounce(ANN, "4.4.7", "delayed").with("delayed").of(idOf(send)));

    assertThat(host.theReply().kind()).isEqualTo(ReplyKind.DELAY);
    assertThat(host.events(run)).isEmpty();
  }

  @Test
  void a_complaint_suppresses_the_lead_and_ends_the_runs() {
    arrives(Reports.aComplaint(idOf(send)));

    assertThat(host.theReply().kind()).isEqualTo(ReplyKind.COMPLAINT);
    assertThat(host.isSuppressed(run)).isTrue();
    assertThat(host.events(run)).containsExactly(COMPLAINED, FINISHED);
  }

  @Test
  void a_request_that_a_provider_hands_on_counts_as_the_lead_s() {
    arrives(Reports.aFeedback("opt-out", idOf(send), ANN));

    assertThat(host.theReply().kind()).isEqualTo(ReplyKind.UNSUBSCRIBE);
    assertThat(host.isSuppressed(run)).isTrue();
  }

  @Test
  void a_complaint_is_believed_only_with_the_id_of_our_message() {
    arrives(Reports.aComplaint("theirs@elsewhere.example", ANN).from(ANN));

    assertThat(host.isSuppressed(run)).isFalse();
    assertThat(host.now(run).state()).isEqualTo(EnrollmentState.PENDING);
  }

  @Test
  void a_request_in_words_of_somebody_else_suppresses_nobody() {
    arrives(answer().from("eve@home.example").saying("Please take me off your list."));

    assertThat(host.isSuppressed(run)).isFalse();
    assertThat(host.now(run).standing().pause()).isEqualTo(PauseReason.DOUBTFUL_REPLY);
  }

  @Test
  void a_report_about_somebody_else_suppresses_nobody() {
    arrives(aBounce("eve@home.example", "5.1.1", "550 5.1.1 no such user").of(idOf(send)));

    assertThat(host.isSuppressed(run)).isFalse();
    assertThat(host.events(run)).containsExactly(PAUSED);
    assertThat(host.theReply().state()).isEqualTo(ReplyState.OPEN);
  }

  @Test
  void a_complaint_of_somebody_else_suppresses_nobody() {
    arrives(Reports.aComplaint(idOf(send), "eve@home.example"));

    assertThat(host.isSuppressed(run)).isFalse();
    assertThat(host.events(run)).containsExactly(PAUSED);
  }

  @Test
  void an_absence_of_somebody_else_holds_only_the_run_that_is_answered() {
    Enrollment other = host.enrolled(ANN);

    arrives(
        answer()
            .from("eve@home.example")
            .with("Auto-Submitted", "auto-replied")
            .subject("Out of office")
            .saying("I am out of the office until 5 June 2026."));

    assertThat(host.now(run).standing().pause()).isEqualTo(PauseReason.OUT_OF_OFFICE);
    assertThat(host.now(other).state()).isEqualTo(EnrollmentState.PENDING);
  }

  @Test
  void an_answer_proves_that_a_doubtful_send_has_left() {
    Send doubtful = host.sent(run, SendState.UNKNOWN);

    arrives(aMail().from(ANN).answering(idOf(doubtful)));

    assertThat(host.now(doubtful).state()).isEqualTo(SendState.SENT);
    assertThat(host.events(run)).containsExactly(SENT, REPLIED, FINISHED);
  }

  @Test
  void an_answer_after_the_last_step_is_still_told() {
    host.stores.transitions().finish(run, EndReason.COMPLETED, Cause.app("sending"));

    arrives(answer());

    assertThat(host.events(run)).containsExactly(FINISHED, REPLIED);
    assertThat(host.now(run).standing().end()).isEqualTo(EndReason.COMPLETED);
  }
}
