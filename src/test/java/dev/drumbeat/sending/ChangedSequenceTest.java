package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.sequence.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of a sequence means for the leads who are under way in it (V4). */
class ChangedSequenceTest {

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
  void a_step_that_was_received_is_passed_over_and_the_next_counts_from_the_last_mail() {
    host.sequence =
        host.sequence(SendingHost.mail("A", 0), SendingHost.mail("B", 2), SendingHost.mail("C", 2));
    host.lead("ada@example.org");
    host.launch();
    host.tick();
    List<Long> ids = steps().stream().map(Step::id).toList();
    host.sequenceService.order(
        host.sam(), host.sequence, List.of(ids.get(1), ids.get(0), ids.get(2)));
    host.tickAfter(Duration.ofDays(2));

    host.tickAfter(Duration.ofHours(1));
    host.tickAfter(Duration.ofHours(46));
    assertThat(host.server.messages()).hasSize(2);
    host.tickAfter(Duration.ofHours(1));

    assertThat(host.server.messages()).hasSize(3);
  }

  @Test
  void a_longer_delay_counts_for_those_who_wait_already() {
    host.lead("ada@example.org");
    host.launch();
    host.tick();
    long second = steps().get(1).id();
    host.sequenceService.replaceStep(host.sam(), host.sequence, second, SendingHost.mail(null, 5));

    host.tickAfter(Duration.ofDays(3));
    assertThat(host.server.messages()).hasSize(1);
    host.tickAfter(Duration.ofDays(2));

    assertThat(host.server.messages()).hasSize(2);
  }

  private List<Step> steps() {
    return host.sequences.find(host.sequence).orElseThrow().steps();
  }
}
