package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Table;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentRow;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.PublishOutlook;
import dev.drumbeat.enrollment.PublishOutlooks;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.sequence.Apply;
import dev.drumbeat.sequence.PublishDraft;
import dev.drumbeat.sequence.PublishDraft.ContinueFinished;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceRow;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.StepDraft;
import dev.drumbeat.sequence.VersionRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For whom a published version counts, and for whom not (V1 to V4). */
@Tag("database")
class PublishedVersionsTest {

  @TempDir private Path home;
  private SendingHost host;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
    host.sequence = host.sequence(mail("Hello", "A", 0), mail(null, "B", 2));
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void a_draft_reaches_nobody_before_it_is_published() {
    begin("ada@example.org");
    say(1, "B, corrected");

    host.tickAfter(Duration.ofDays(2));

    assertThat(bodies()).containsExactly("A", "B");
    assertThat(read().published()).isEqualTo(1);
  }

  @Test
  void leads_under_way_finish_with_their_version_when_a_new_one_is_for_new_leads() {
    begin("ada@example.org");
    say(1, "B2");
    host.publish("new", Map.of());
    replacing().run();
    host.launchTo("bob@example.org");
    host.tick();

    host.tickAfter(Duration.ofDays(2));

    assertThat(bodies()).containsExactly("A", "A", "B", "B2");
    assertThat(host.campaigns.unplaced()).isEmpty();
  }

  @Test
  void the_same_sequence_is_published_for_one_campaign_and_not_for_another() {
    Campaign follows = host.launchTo("ada@example.org");
    Campaign stays = host.launchTo("bob@example.org");
    host.tick();
    say(1, "B2");
    host.publish(
        "running",
        Map.of(Long.toString(stays.id()), "new", Long.toString(follows.id()), "running"));
    replacing().run();

    host.tickAfter(Duration.ofDays(2));

    assertThat(bodies()).containsExactly("A", "A", "B2", "B");
    assertThat(host.run(host.find(follows)).place().version()).isEqualTo(2);
    assertThat(host.run(host.find(stays)).place().version()).isEqualTo(1);
  }

  @Test
  void who_is_due_before_anybody_moved_the_leads_is_moved_first() {
    Campaign campaign = begin("ada@example.org");
    List<Long> ids = read().steps().stream().map(Step::id).toList();
    host.sequenceService.deleteStep(host.sam(), host.sequence, ids.get(1));
    host.sequenceService.addStep(host.sam(), host.sequence, mail(null, "C", 2));
    host.publish();
    host.restart();

    host.tickAfter(Duration.ofDays(2));

    assertThat(bodies()).containsExactly("A", "C");
    assertThat(host.run(campaign).standing().end()).isEqualTo(EndReason.COMPLETED);
    assertThat(host.uncounted(campaign)).isEmpty();
  }

  @Test
  void what_is_overdue_by_a_shorter_wait_is_spread_and_not_sent_at_once() {
    host.leads(20);
    Campaign campaign = host.launch();
    host.tick();
    host.issues.clock.advance(Duration.ofDays(1));
    host.sequenceService.replaceStep(
        host.sam(), host.sequence, read().steps().get(1).id(), mail(null, "B", 0));
    host.publish();
    assertThat(replacing().run()).isEqualTo(20);

    host.tick();
    assertThat(bodies()).filteredOn("B"::equals).hasSizeLessThan(10);
    assertThat(host.runs(campaign))
        .filteredOn(run -> run.place().dueAt() != null)
        .extracting(run -> run.place().dueAt())
        .doesNotHaveDuplicates();
    host.tickAfter(Duration.ofHours(1));

    assertThat(bodies()).filteredOn("B"::equals).hasSize(20);
  }

  @Test
  void who_was_through_stays_so_unless_somebody_wants_them_to_go_on() {
    Campaign campaign = begin("ada@example.org", "bob@example.org");
    host.issues.clock.advance(Duration.ofDays(2));
    Enrollment bob = host.runs(campaign).get(0);
    host.tick();
    host.issues.clock.advance(Duration.ofMinutes(1));
    host.sql.write(
        c ->
            Table.of(EnrollmentRow.TABLE)
                .update(
                    c,
                    Columns.of("REPLIED_AT", 1L).and("REPLIED_STEP_ID", 0L),
                    Columns.of("ID", bob.id())));
    host.sequenceService.addStep(host.sam(), host.sequence, mail(null, "C", 3));
    host.publish();
    assertThat(replacing().run()).isZero();
    host.sequenceService.addStep(host.sam(), host.sequence, mail(null, "D", 3));
    publish(new PublishDraft(null, "running", null, null, new ContinueFinished(5)));

    assertThat(replacing().run()).isEqualTo(1);
    host.tickAfter(Duration.ofDays(3));

    assertThat(bodies()).containsExactly("A", "A", "B", "B", "C");
    assertThat(host.runs(campaign))
        .extracting(Enrollment::state)
        .containsExactly(EnrollmentState.FINISHED, EnrollmentState.ACTIVE);
    assertThat(host.uncounted(campaign)).noneMatch(tally -> tally.metric().startsWith("run."));
  }

  @Test
  void leads_from_before_there_were_versions_get_what_the_sequence_said_then() {
    Campaign campaign = begin("ada@example.org");
    host.sql.write(
        c -> {
          Table.of(VersionRow.TABLE).delete(c, Columns.of("SEQUENCE_ID", host.sequence));
          Table.of(SequenceRow.TABLE)
              .update(c, Columns.of("PUBLISHED", null), Columns.of("ID", host.sequence));
          return Table.of(EnrollmentRow.TABLE)
              .update(
                  c,
                  Columns.of("SEQUENCE_VERSION", null),
                  Columns.of("CAMPAIGN_ID", campaign.id()));
        });

    say(1, "B2");

    assertThat(read().published()).isEqualTo(1);
    host.tickAfter(Duration.ofDays(2));
    assertThat(bodies()).containsExactly("A", "B");
  }

  @Test
  void what_publishing_means_is_told_before_by_step_and_campaign() {
    Campaign campaign = begin("ada@example.org", "bob@example.org");
    say(1, "B2");
    assertThat(outlook().proposal()).isEqualTo(Apply.RUNNING);
    host.sequenceService.deleteStep(host.sam(), host.sequence, read().steps().get(1).id());

    PublishOutlook outlook = outlook();

    assertThat(outlook.proposal()).isEqualTo(Apply.NEW);
    assertThat(outlook.campaigns())
        .singleElement()
        .satisfies(
            in -> {
              assertThat(in.campaign().id()).isEqualTo(campaign.id());
              assertThat(in.steps())
                  .singleElement()
                  .satisfies(
                      step -> {
                        assertThat(step.waiting()).isEqualTo(2);
                        assertThat(step.next()).isNull();
                      });
            });
  }

  @Test
  void a_draft_without_a_step_is_refused_and_the_version_in_force_stays() {
    begin("ada@example.org");
    List<Long> ids = read().steps().stream().map(Step::id).toList();
    host.sequenceService.deleteStep(host.sam(), host.sequence, ids.get(1));
    host.sequenceService.deleteStep(host.sam(), host.sequence, ids.get(0));

    assertThatThrownBy(() -> host.publish())
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.problems()).extracting(p -> p.field()).containsExactly("steps"));
    assertThat(read().published()).isEqualTo(1);
  }

  @Test
  void a_step_comes_back_under_its_own_id_when_a_version_is_restored() {
    begin("ada@example.org");
    List<Step> before = read().steps();
    host.sequenceService.deleteStep(host.sam(), host.sequence, before.get(1).id());

    assertThat(host.versions().revert(host.sam(), host.sequence, null, null).steps())
        .isEqualTo(before);
  }

  private void say(int place, String text) {
    Step step = read().steps().get(place);
    host.sequenceService.replaceStep(host.sam(), host.sequence, step.id(), mail(null, text, 2));
  }

  private void publish(PublishDraft draft) {
    host.publishing().publish(host.sam(), host.sequence, draft);
  }

  private PublishOutlook outlook() {
    return new PublishOutlooks(host.stores, host.sequenceService, host.sequences)
        .of(host.sam(), host.sequence);
  }

  private static StepDraft mail(String subject, String text, int days) {
    return SendingHost.mail(subject, text, days);
  }

  /** Launched, and everybody has the first mail. */
  private Campaign begin(String... addresses) {
    Campaign campaign = host.launchTo(addresses);
    host.tick();
    return campaign;
  }

  private Replacing replacing() {
    return new Replacing(host.stores, host.sequences, host.sends);
  }

  private Sequence read() {
    return host.sequences.find(host.sequence).orElseThrow();
  }

  private List<String> bodies() {
    return host.server.messages().stream()
        .map(message -> message.split("\r\n\r\n", 2)[1].split("\r\n", 2)[0])
        .toList();
  }
}
