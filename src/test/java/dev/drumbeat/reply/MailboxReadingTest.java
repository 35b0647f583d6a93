package dev.drumbeat.reply;

import static dev.drumbeat.reply.ReplyHost.SALES;
import static dev.drumbeat.reply.ReplyHost.idOf;
import static dev.drumbeat.reply.incoming.MailFixture.aMail;
import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Table;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.host.demo.Patience;
import dev.drumbeat.reply.incoming.MailFixture;
import dev.drumbeat.sending.Send;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxReadingTest {

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

  private MailFixture answer() {
    return aMail().from(ANN).answering(idOf(send));
  }

  @Test
  void a_message_is_read_once_and_left_as_it_was() throws MessagingException {
    host.arrives(answer());

    host.runJob();
    host.runJob();

    assertThat(host.kept()).hasSize(1);
    assertThat(host.events(run)).containsExactly(EventType.REPLIED, EventType.FINISHED);
    assertThat(host.lab.messages(SALES).get(0).isSet(Flags.Flag.SEEN)).isFalse();
    assertThat(host.mailbox().counts()).isEqualTo(new Mailbox.Counts(1, 0, 0, null));
    assertThat(host.mailbox().readAt()).isEqualTo(host.now());
  }

  @Test
  void a_mailbox_whose_uids_are_all_new_is_read_again_without_a_second_effect() {
    host.arrives(answer());
    host.runJob();
    forgetValidity();
    host.arrives(answer().with("Message-ID", "<second@buyer.example>"));

    host.runJob();

    assertThat(host.kept()).hasSize(2);
    assertThat(host.mailbox().counts().kept()).isEqualTo(2);
    assertThat(host.events(run))
        .containsExactly(EventType.REPLIED, EventType.FINISHED, EventType.REPLIED);
  }

  @Test
  void a_server_that_never_answers_keeps_no_other_mailbox_from_being_read() throws Exception {
    host.runJob();
    host.arrives(answer());
    Thread job = new Thread(host::runJob);
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      host.account("First in turn", "silent@example.com", "silent", silent.getLocalPort());

      job.start();

      Patience.until(() -> !host.kept().isEmpty());
      assertThat(job.isAlive()).isTrue();
    }
    job.join();
  }

  private void forgetValidity() {
    Columns other = Columns.of("UID_VALIDITY", 1);
    Columns account = Columns.of("ACCOUNT_ID", host.account);
    host.sql.write(c -> Table.of(MailboxRow.TABLE).update(c, other, account));
  }

  @Test
  void the_same_message_in_two_mailboxes_has_one_effect() {
    host.account("Support", "support@example.com");
    host.arrives(answer());
    host.arrives("support@example.com", answer());

    host.runJob();

    assertThat(host.kept()).hasSize(1);
    assertThat(host.events(run)).containsExactly(EventType.REPLIED, EventType.FINISHED);
  }

  @Test
  void a_message_that_was_stored_before_a_crash_has_its_effect_in_the_next_run()
      throws MessagingException {
    host.arrives(answer());
    host.readWithoutEffect();
    assertThat(host.theReply().stage()).isEqualTo(Stage.RECEIVED);
    assertThat(host.now(run).state()).isEqualTo(EnrollmentState.PENDING);

    host.runJob();

    assertThat(host.theReply().stage()).isEqualTo(Stage.DONE);
    assertThat(host.now(run).standing().end()).isEqualTo(EndReason.REPLIED);
  }

  @Test
  void a_message_without_its_effect_yet_holds_the_follow_ups_back() throws MessagingException {
    host.runJob();
    host.arrives(answer());
    host.readWithoutEffect();

    assertThat(host.parts.reading().readBefore(host.account)).isEmpty();
  }

  @Test
  void a_broken_message_keeps_none_of_those_behind_it() {
    host.lab.deliver(SALES, new byte[] {0, 1, 2, -1, '\n', ':', '\n', '\n', -128});
    host.lab.deliver(
        SALES,
        "Content-Type: multipart/mixed; boundary=\"\r\nFrom: x\r\n\r\n--\r\n--"
            .getBytes(StandardCharsets.US_ASCII));
    host.arrives(answer());

    host.runJob();

    assertThat(host.theReply().match().enrollmentId()).isEqualTo(run.id());
    assertThat(host.mailbox().failure()).isNull();
  }

  @Test
  void what_follows_from_a_message_happens_outside_the_mail_library() throws MessagingException {
    ClassLoader hosts = new ClassLoader(getClass().getClassLoader()) {};
    List<ClassLoader> met = new ArrayList<>();
    host.arrives(answer());
    Thread.currentThread().setContextClassLoader(hosts);

    host.read(reply -> met.add(Thread.currentThread().getContextClassLoader()));

    Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    assertThat(met).containsExactly(hosts);
  }

  @Test
  void a_message_that_cannot_be_had_is_told_of_and_skipped() {
    host.visit(reply -> {}).broken(7, new MessagingException("no such part"));

    Mailbox.Counts counts = host.mailbox().counts();
    assertThat(counts.skipped()).isEqualTo(1);
    assertThat(counts.lastSkipped()).startsWith("7: ").contains("no such part");
  }

  @Test
  void mail_from_before_the_account_was_connected_is_not_read() {
    host.lab.account("new@example.com", "secret");
    host.arrives("new@example.com", answer());
    host.issues.clock.advance(Duration.ofDays(3));
    long later = host.account("New", "new@example.com");

    host.runJob();

    assertThat(host.kept()).isEmpty();
    assertThat(host.parts.mailboxes().get(later).position().lastUid()).isEqualTo(1);
    assertThat(host.parts.mailboxes().get(later).counts()).isEqualTo(Mailbox.Counts.NONE);
  }

  @Test
  void a_large_mailbox_is_read_in_ranges_and_gone_on_with_when_time_was_short() {
    for (int n = 0; n < 230; n++) {
      host.arrives(aMail().from("list@shop.example").with("Message-ID", "<" + n + "@shop>"));
    }
    host.arrives(answer());

    host.parts.reading().read(host.accountNow(), Duration.ZERO);
    assertThat(host.mailbox().readAt()).isNull();
    host.runJob();

    assertThat(host.mailbox().counts()).isEqualTo(new Mailbox.Counts(1, 230, 0, null));
    assertThat(host.mailbox().position().lastUid()).isEqualTo(231);
  }

  @Test
  void a_paused_account_is_read_like_others() {
    host.accountService.pause(anAdministrator(), host.account);
    host.arrives(answer());

    host.runJob();

    assertThat(host.now(run).standing().end()).isEqualTo(EndReason.REPLIED);
  }

  @Test
  void a_mailbox_that_is_down_says_why_and_answers_nothing() {
    host.runJob();
    assertThat(host.parts.reading().readBefore(host.account)).contains(host.now());
    host.issues.clock.advance(Duration.ofMinutes(2));
    host.lab.close();

    assertThat(host.parts.reading().readBefore(host.account)).isEmpty();
    assertThat(host.mailbox().failure().key()).isEqualTo("drumbeat.fault.refused");
    assertThat(host.mailbox().triedAt()).isEqualTo(host.now());
  }

  @Test
  void a_mailbox_is_read_before_a_follow_up_unless_that_was_done_a_moment_ago() {
    assertThat(host.parts.reading().readBefore(host.account)).contains(host.now());
    host.arrives(answer());

    host.parts.reading().readBefore(host.account);
    assertThat(host.kept()).isEmpty();

    host.issues.clock.advance(Duration.ofSeconds(61));
    host.parts.reading().readBefore(host.account);
    assertThat(host.now(run).standing().end()).isEqualTo(EndReason.REPLIED);
  }

  @Test
  void a_reading_of_a_moment_that_is_still_to_come_does_not_count() {
    host.issues.clock.advance(Duration.ofHours(3));
    host.parts.reading().readBefore(host.account);
    host.issues.clock.advance(Duration.ofHours(-2));
    host.arrives(answer());

    assertThat(host.parts.reading().readBefore(host.account)).contains(host.now());
    assertThat(host.now(run).standing().end()).isEqualTo(EndReason.REPLIED);
  }
}
