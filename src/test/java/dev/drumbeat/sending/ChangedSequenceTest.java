package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.sequence.SequenceDraft;
import dev.drumbeat.sequence.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of a sequence means for the leads who are under way in it (V4). */
@Tag("database")
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
    host.publish();
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
    host.publish();

    host.tickAfter(Duration.ofDays(3));
    assertThat(host.server.messages()).hasSize(1);
    host.tickAfter(Duration.ofDays(2));

    assertThat(host.server.messages()).hasSize(2);
  }

  @Test
  void a_shorter_delay_counts_for_those_who_wait_already_but_never_backwards() {
    host.lead("ada@example.org");
    host.launch();
    host.tick();
    long second = steps().get(1).id();
    host.sequenceService.replaceStep(host.sam(), host.sequence, second, SendingHost.mail(null, 1));
    host.publish();
    host.tickAfter(Duration.ofHours(23));
    assertThat(replacing().run()).isEqualTo(1);

    host.tick();
    assertThat(host.server.messages()).hasSize(1);
    host.tickAfter(Duration.ofHours(1));

    assertThat(host.server.messages()).hasSize(2);
    assertThat(replacing().run()).isZero();
    assertThat(host.campaigns.unplaced()).isEmpty();
  }

  @Test
  void the_next_step_in_the_new_order_comes_next_and_none_is_lost() {
    threeSteps();
    List<Long> ids = steps().stream().map(Step::id).toList();
    host.sequenceService.order(
        host.sam(), host.sequence, List.of(ids.get(0), ids.get(2), ids.get(1)));
    host.publish();

    assertThat(replacing().run()).isEqualTo(1);
    assertThat(replacing().run()).isZero();
    host.tickAfter(Duration.ofDays(2));
    host.tickAfter(Duration.ofDays(2));

    assertThat(bodies()).containsExactly("A", "C", "B");
  }

  @Test
  void who_waits_for_a_step_that_is_gone_gets_the_next_counted_from_the_last_mail() {
    threeSteps();
    host.sequenceService.deleteStep(host.sam(), host.sequence, steps().get(1).id());
    host.publish();
    replacing().run();
    host.tickAfter(Duration.ofHours(47));
    assertThat(bodies()).containsExactly("A");

    host.tickAfter(Duration.ofHours(1));

    assertThat(bodies()).containsExactly("A", "C");
  }

  @Test
  void who_has_nothing_left_is_through() {
    Campaign campaign = threeSteps();
    host.sequenceService.deleteStep(host.sam(), host.sequence, steps().get(2).id());
    host.sequenceService.deleteStep(host.sam(), host.sequence, steps().get(1).id());
    host.publish();

    assertThat(replacing().run()).isEqualTo(1);

    assertThat(host.runs(campaign))
        .singleElement()
        .satisfies(run -> assertThat(run.standing().end()).isEqualTo(EndReason.COMPLETED));
  }

  @Test
  void what_is_put_in_the_place_of_a_step_is_received_and_two_changes_are_one() {
    threeSteps();
    List<Step> before = steps();
    host.sequenceService.deleteStep(host.sam(), host.sequence, before.get(1).id());
    Step added =
        host.sequenceService.addStep(host.sam(), host.sequence, SendingHost.mail(null, "X", 1));
    host.sequenceService.order(
        host.sam(), host.sequence, List.of(before.get(0).id(), added.id(), before.get(2).id()));
    host.publish();

    replacing().run();
    host.tickAfter(Duration.ofDays(1));
    host.tickAfter(Duration.ofDays(2));

    assertThat(bodies()).containsExactly("A", "X", "C");
  }

  @Test
  void steps_without_their_ids_are_refused_while_leads_are_under_way() {
    host.underWay = 1;
    threeSteps();
    SequenceDraft draft =
        new SequenceDraft(1, "New", null, null, List.of(SendingHost.mail("Other", 0)));

    assertThatThrownBy(() -> host.sequenceService.replace(host.sam(), host.sequence, draft))
        .isInstanceOf(Conflict.class);

    assertThat(steps()).hasSize(3);
    host.underWay = 0;
    assertThat(host.sequenceService.replace(host.sam(), host.sequence, draft).steps()).hasSize(1);
  }

  /** Launched, and the first of three mails is sent; the others follow two days apart. */
  private Campaign threeSteps() {
    host.sequence =
        host.sequence(
            SendingHost.mail("Hello", "A", 0),
            SendingHost.mail(null, "B", 2),
            SendingHost.mail(null, "C", 2));
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.tick();
    return campaign;
  }

  private Replacing replacing() {
    return new Replacing(host.stores, host.sequences, host.sends);
  }

  /** The first line of each text that was sent. */
  private List<String> bodies() {
    return host.server.messages().stream()
        .map(message -> message.split("\r\n\r\n", 2)[1].split("\r\n", 2)[0])
        .toList();
  }

  private List<Step> steps() {
    return host.sequences.find(host.sequence).orElseThrow().steps();
  }
}
