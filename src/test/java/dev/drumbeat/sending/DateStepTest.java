package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.sequence.StepDraft;
import dev.drumbeat.sequence.StepDrafts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that are counted from a date on the lead's issue (T3). */
@Tag("database")
class DateStepTest {

  @TempDir private Path home;
  private SendingHost host;
  private HostField end;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
    end = host.issues.tracker.customFields().add("Contract end", FieldKind.DATE);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void a_renewal_is_written_about_90_60_and_30_days_before_the_contract_ends() {
    Enrollment run = launch(daysAhead(100), before(90, null), before(60, null), before(30, null));

    passDays(9);
    assertThat(host.server.messages()).isEmpty();
    passDays(1);
    assertThat(host.server.messages()).hasSize(1);
    passDays(29);
    assertThat(host.server.messages()).hasSize(1);
    passDays(1);
    assertThat(host.server.messages()).hasSize(2);
    passDays(30);

    assertThat(host.server.messages()).hasSize(3);
    assertThat(now(run).state()).isEqualTo(EnrollmentState.FINISHED);
  }

  @Test
  void the_lead_says_what_it_waits_for_and_until_when() {
    Enrollment run = launch(LocalDate.parse("2026-12-31"), before(90, null));

    assertThat(now(run).standing().waitReason().arguments())
        .contains("Contract end", "2026-12-31", "2026-10-02 09:00 Europe/Berlin");
  }

  @Test
  void what_was_over_before_the_lead_came_is_left_out() {
    launch(daysAhead(45), before(90, null), before(60, null), before(30, null));

    passDays(16);

    assertThat(host.server.messages()).hasSize(1);
  }

  @Test
  void or_is_sent_all_the_same() {
    launch(daysAhead(45), before(90, "send"));

    assertThat(host.server.messages()).hasSize(1);
  }

  @Test
  void or_ends_the_run() {
    Enrollment run = launch(daysAhead(45), before(90, "exit"), before(30, null));

    assertThat(now(run).standing().end()).isEqualTo(EndReason.EXIT_CONDITION);
    assertThat(host.server.messages()).isEmpty();
  }

  @Test
  void a_date_that_was_put_off_puts_the_step_off() {
    Enrollment run = launch(daysAhead(100), before(90, null));
    move(run, daysAhead(130));

    passDays(39);
    assertThat(host.server.messages()).isEmpty();
    passDays(1);

    assertThat(host.server.messages()).hasSize(1);
  }

  @Test
  void an_empty_date_lets_the_lead_wait_for_somebody() {
    Enrollment run = launch(null, before(90, null));

    assertThat(now(run).standing().pause()).isEqualTo(PauseReason.MISSING_DATA);
    assertThat(now(run).standing().waitReason().arguments()).containsExactly("Contract end");
    assertThat(host.server.messages()).isEmpty();
  }

  private Enrollment launch(LocalDate contractEnd, StepDraft... steps) {
    host.sequence = host.sequence(steps);
    IssueFields fields = IssueFields.of("Lead").with(host.email, "ada@example.org");
    HostIssue issue =
        host.issues.issue(
            host.issues.sales, contractEnd == null ? fields : fields.with(end, contractEnd));
    assertThat(issue.getId()).isPositive();
    Campaign campaign = host.launch();
    for (int step = 0; step < steps.length; step++) {
      host.tick();
    }
    return host.run(campaign);
  }

  private void passDays(int days) {
    for (int hour = 0; hour < days; hour++) {
      host.tickAfter(Duration.ofDays(1));
      host.tick();
    }
  }

  private LocalDate daysAhead(int days) {
    return host.issues.clock.instant().atZone(SendingHost.BERLIN).toLocalDate().plusDays(days);
  }

  private void move(Enrollment run, LocalDate contractEnd) {
    host.issues
        .tracker
        .issues()
        .update(
            host.issues.sam,
            host.issues.tracker.issues().getIssueObject(run.lead().issueId()),
            fields -> fields.with(end, contractEnd));
  }

  private Enrollment now(Enrollment run) {
    return host.stores.enrollments().find(run.id()).orElseThrow();
  }

  private StepDraft before(int days, String late) {
    Map<String, Object> fields =
        new HashMap<>(Map.of("anchor", "date", "dateField", end.getId(), "offset", "before"));
    fields.put("delayValue", days);
    fields.put("delayUnit", "days");
    fields.put("late", late);
    return StepDrafts.mail(fields);
  }
}
