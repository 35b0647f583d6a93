package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.EventType;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a lead through a campaign in which nothing goes wrong. */
@Tag("database")
class SendingJobTest {

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
  void every_lead_gets_every_step_when_it_is_due_and_once() {
    host.leads(3);
    Campaign campaign = host.launch();

    host.tick();
    host.tick();
    assertThat(host.server.messages()).hasSize(3);
    host.tickAfter(Duration.ofDays(3));
    host.tickAfter(Duration.ofDays(4));

    assertThat(host.server.recipients()).hasSize(9);
    assertThat(host.sends(campaign))
        .hasSize(9)
        .extracting(Send::state)
        .containsOnly(SendState.SENT);
    assertThat(host.runs(campaign))
        .extracting(Enrollment::state, run -> run.standing().end())
        .containsOnly(tuple(EnrollmentState.FINISHED, EndReason.COMPLETED));
  }

  @Test
  void a_follow_up_answers_the_message_before_it() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();

    host.tick();
    host.tickAfter(Duration.ofDays(3));
    host.tickAfter(Duration.ofDays(4));

    String first = host.sends(campaign).get(2).messageId();
    String second = host.sends(campaign).get(1).messageId();
    assertThat(host.server.messages().get(0))
        .contains("Subject: Hello\r\n", "Message-ID: " + first)
        .doesNotContain("In-Reply-To");
    assertThat(host.server.messages().get(2))
        .contains(
            "Subject: Re: Hello\r\n",
            "In-Reply-To: " + second,
            "References: " + first + "\r\n " + second);
  }

  @Test
  void each_send_is_an_event_that_says_what_the_server_answered() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();

    host.tick();

    assertThat(host.events(host.run(campaign))).containsExactly(EventType.ENROLLED, EventType.SENT);
    assertThat(host.send(campaign).reason().arguments().get(0)).asString().contains("queued as");
  }

  @Test
  void a_way_to_unsubscribe_is_in_the_headers_and_below_the_text() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();

    host.tick();

    String url = "https://jira.example.org/u/" + host.run(campaign).id();
    assertThat(host.server.messages().get(0))
        .contains("List-Unsubscribe: <" + url + ">", "Unsubscribe: " + url);
  }
}
