package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.IncomingDraft;
import dev.drumbeat.enrollment.IncomingEvents;
import dev.drumbeat.enrollment.IncomingStore;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.StepDraft;
import dev.drumbeat.sequence.StepDrafts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that wait until something happens (T4). */
@Tag("database")
class EventStepTest {

  private static final String ADA = "ada@example.org";

  @TempDir private Path home;
  private SendingHost host;
  private IncomingEvents events;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
    events = new IncomingEvents(host.stores, new IncomingStore(host.sql), host.issues.reader);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void an_event_from_outside_lets_the_step_go_at_once() {
    Enrollment run = launch(waiting(null, null));
    assertThat(host.server.messages()).isEmpty();
    assertThat(now(run).standing().waitReason().key()).isEqualTo("drumbeat.wait.event");

    tell("Order shipped", null, ADA);
    host.tick();

    assertThat(host.server.messages()).hasSize(1);
  }

  @Test
  void so_does_one_of_the_issue_that_came_before_the_lead_waited() {
    host.sequence = host.sequence(SendingHost.mail("Hello", 0), waiting(null, null));
    String key = host.lead(ADA).getKey();
    host.launch();
    host.tick();
    tell("order shipped", key, null);

    host.tickAfter(Duration.ofHours(1));

    assertThat(host.server.messages()).hasSize(2);
  }

  @Test
  void another_name_value_or_lead_does_not() {
    launch(waiting("order", "4711"));

    tell("order paid", null, ADA);
    tell("order shipped", null, "bea@example.org");
    events.tell(host.sam(), new IncomingDraft("order shipped", null, ADA, Map.of("order", "4712")));
    host.tick();

    assertThat(host.server.messages()).isEmpty();
    events.tell(host.sam(), new IncomingDraft("order shipped", null, ADA, Map.of("order", "4711")));
    host.tick();
    assertThat(host.server.messages()).hasSize(1);
  }

  @Test
  void when_the_time_is_out_the_step_is_left_out() {
    host.sequence = host.sequence(waiting(null, null), SendingHost.mail("Anything else?", 1));
    host.lead(ADA);
    Campaign campaign = host.launch();
    host.tick();
    passDays(2);
    assertThat(host.server.messages()).isEmpty();

    passDays(1);
    passDays(1);

    assertThat(host.server.messages()).hasSize(1);
    assertThat(host.send(campaign).subject()).isEqualTo("Anything else?");
  }

  @Test
  void or_the_run_goes_the_other_way() {
    Map<String, Object> fields = fields(null, null);
    fields.put("otherwise", Map.of("go", "end"));
    Enrollment run = launch(StepDrafts.mail(fields));

    passDays(4);

    assertThat(host.server.messages()).isEmpty();
    assertThat(now(run).standing().end()).isEqualTo(EndReason.COMPLETED);
  }

  @Test
  void what_changes_while_the_engine_looks_is_looked_at_again() {
    Enrollment read = launch(waiting(null, null));
    tell("order shipped", null, ADA);
    Instant later = host.issues.clock.instant().plus(Duration.ofDays(3));

    host.sql.write(
        c -> host.stores.transitions().listen(c, read, later, Reason.of("drumbeat.wait.event")));

    assertThat(now(read).place().dueAt()).isEqualTo(host.issues.clock.instant());
  }

  @Test
  void what_becomes_true_of_the_issue_wakes_the_lead() {
    Map<String, Object> fields = fields(null, null);
    fields.put("event", Map.of("type", "jql", "jql", "labels = shipped"));
    Enrollment run = launch(StepDrafts.mail(fields));
    TaskWatch watch = new TaskWatch(host.stores, host.tasks, host.issues.comments, Reason::key);
    IssueListener listener =
        new IssueListener(
            host.issues.tracker.events(), watch, new Waking(host.stores), Runnable::run);
    listener.start();

    host.issues
        .tracker
        .issues()
        .update(
            host.issues.sam,
            host.issues.tracker.issues().getIssueObject(run.lead().issueId()),
            issue -> issue.withLabels(List.of("shipped")));
    host.tick();

    assertThat(host.server.messages()).hasSize(1);
    listener.stop();
  }

  private Enrollment launch(StepDraft step) {
    host.sequence = host.sequence(step);
    host.lead(ADA);
    Campaign campaign = host.launch();
    host.tick();
    return host.run(campaign);
  }

  private void tell(String name, String issueKey, String email) {
    events.tell(host.sam(), new IncomingDraft(name, issueKey, email, null));
  }

  private void passDays(int days) {
    for (int quarter = 0; quarter < 4 * days; quarter++) {
      host.tickAfter(Duration.ofHours(6));
    }
  }

  private Enrollment now(Enrollment run) {
    return host.stores.enrollments().find(run.id()).orElseThrow();
  }

  private static StepDraft waiting(String field, String value) {
    return StepDrafts.mail(fields(field, value));
  }

  private static Map<String, Object> fields(String field, String value) {
    Map<String, Object> event = new HashMap<>(Map.of("type", "told", "name", "order shipped"));
    event.put("field", field);
    event.put("value", value);
    return new HashMap<>(
        Map.of("anchor", "event", "event", event, "timeout", Map.of("value", 3, "unit", "days")));
  }
}
