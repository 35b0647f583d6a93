package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.EnrollmentControl;
import dev.drumbeat.enrollment.Enrollments;
import dev.drumbeat.enrollment.Moving;
import dev.drumbeat.enrollment.ThreadInfo;
import dev.drumbeat.sequence.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversation that each mail belongs to, as it leaves (H1-H4). */
@Tag("database")
class ThreadsTest {

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

  @Test
  void a_follow_up_names_the_mail_before_it_the_whole_chain_and_the_first_subject() {
    host.sequence =
        host.sequence(
            SendingHost.mail("Your ${issue.key}", 0),
            SendingHost.mail("Not used", 1),
            SendingHost.mail(null, 1));
    String key = host.lead("ada@example.org").key();
    Campaign campaign = host.launch();
    host.tick();
    host.tickAfter(Duration.ofDays(1));
    host.tickAfter(Duration.ofDays(1));

    List<Send> sends = host.sends(campaign);
    String first = sends.get(2).messageId();
    String second = sends.get(1).messageId();
    String last = host.server.messages().get(2);

    assertThat(sends)
        .extracting(Send::subject)
        .containsExactly("Re: Your " + key, "Re: Your " + key, "Your " + key);
    assertThat(last).contains("In-Reply-To: " + second);
    assertThat(last).contains("References: " + first + "\r\n " + second);
  }

  @Test
  void without_the_first_mail_a_follow_up_begins_a_thread_with_its_own_subject() {
    host.sequence = host.sequence(SendingHost.mail("First", 0), SendingHost.mail("Second", 1));
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    Enrollments enrollments = new Enrollments(host.stores, host.visible, host.issues.reader);
    Moving moving = new Moving(host.stores, host.entries, host.suppressions, host.issues.reader);
    new EnrollmentControl(host.stores, enrollments, host.entries, moving)
        .skip(host.sam(), host.run(campaign).id());

    host.tickAfter(Duration.ofDays(1));

    assertThat(host.send(campaign).subject()).isEqualTo("Second");
    assertThat(host.server.messages())
        .singleElement()
        .asString()
        .doesNotContain("In-Reply-To", "References:", "Re: ");
  }

  @Test
  void a_mail_in_a_new_thread_is_what_the_next_one_answers() {
    ThreadInfo before = new ThreadInfo("First", "<1@example.org>", List.of("<1@example.org>"));
    Step fresh = Step.subject("Second");

    ThreadInfo after = Threads.after(fresh, before, "Second", "<2@example.org>");

    assertThat(Threads.answered(fresh, before)).isEqualTo(ThreadInfo.NONE);
    assertThat(after)
        .isEqualTo(new ThreadInfo("Second", "<2@example.org>", List.of("<2@example.org>")));
  }
}
