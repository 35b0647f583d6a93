package dev.drumbeat.sending;

import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.audience.NewSuppression;
import dev.drumbeat.audience.Scope;
import dev.drumbeat.audience.SuppressionReason;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignKind;
import dev.drumbeat.campaign.CampaignPlan.Limits;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.campaign.ResumePolicy;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.mail.MailAccountDraft;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.request.Reason;
import dev.drumbeat.time.Block;
import dev.drumbeat.time.Schedule;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that keeps a due step from leaving (semantics §3), one by one. */
class ChecksTest {

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
  void a_paused_campaign_sends_nothing_and_goes_on_when_it_is_resumed() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.control.pause(host.sam(), campaign.id());

    host.tick();
    assertThat(host.server.messages()).isEmpty();

    host.control.resume(host.sam(), campaign.id(), ResumePolicy.KEEP);
    host.tick();
    assertThat(host.server.messages()).hasSize(1);
  }

  @Test
  void a_cancelled_campaign_never_sends_again() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.tick();
    host.control.cancel(host.sam(), campaign.id());

    host.tickAfter(Duration.ofDays(3));

    assertThat(host.server.messages()).hasSize(1);
    assertThat(host.run(campaign).standing().end()).isEqualTo(EndReason.CAMPAIGN_ENDED);
  }

  @Test
  void a_step_that_was_taken_out_is_left_out() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.tick();
    long second = host.run(campaign).place().stepId();
    host.sequenceService.deleteStep(host.sam(), host.sequence, second);
    host.publish();

    host.tickAfter(Duration.ofDays(3));
    assertThat(host.server.messages()).hasSize(1);
    host.tickAfter(Duration.ofDays(1));

    assertThat(host.server.messages()).hasSize(2);
    assertThat(host.run(campaign).standing().end()).isEqualTo(EndReason.COMPLETED);
  }

  @Test
  void a_suppressed_lead_gets_nothing_more() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    suppress();

    host.tick();

    assertThat(host.server.commands()).isEmpty();
    assertThat(host.run(campaign).standing().end()).isEqualTo(EndReason.SUPPRESSED);
  }

  @Test
  void a_suppression_between_the_checks_and_the_body_still_counts() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.server.beforeAnswering("DATA", this::suppress);

    host.tick();
    assertThat(host.server.bodyLines()).isEmpty();

    host.tick();
    assertThat(host.run(campaign).standing().end()).isEqualTo(EndReason.SUPPRESSED);
    assertThat(host.send(campaign).state()).isEqualTo(SendState.CANCELLED);
  }

  @Test
  void an_answer_between_the_checks_and_the_body_still_counts() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.server.beforeAnswering("DATA", () -> finish(host.run(campaign)));

    host.tick();

    assertThat(host.server.bodyLines()).isEmpty();
    assertThat(host.send(campaign).state()).isEqualTo(SendState.CANCELLED);
    assertThat(host.run(campaign).standing().end()).isEqualTo(EndReason.REPLIED);
  }

  @Test
  void a_campaign_that_is_paused_at_the_last_moment_sends_nothing() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.server.beforeAnswering("DATA", () -> host.control.pause(host.sam(), campaign.id()));

    host.tick();

    assertThat(host.server.bodyLines()).isEmpty();
    assertThat(host.send(campaign).state()).isEqualTo(SendState.PLANNED);
  }

  @Test
  void follow_ups_wait_for_a_mailbox_that_cannot_be_read_and_first_steps_go() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.tick();
    host.answers = id -> Optional.empty();
    host.issues.clock.advance(Duration.ofDays(3));
    Campaign other = host.launchTo("bob@example.org");

    host.tick();

    assertThat(host.server.recipients()).containsExactly("ada@example.org", "bob@example.org");
    assertThat(host.run(campaign).standing().waitReason())
        .isEqualTo(Reason.of("drumbeat.wait.mailbox", "Sales"));
    host.answers = id -> Optional.of(host.now());
    host.tickAfter(Duration.ofMinutes(5));
    assertThat(host.sends(campaign)).hasSize(2);
    assertThat(host.sends(campaign).get(0).mailboxReadAt()).isEqualTo(host.now());
    assertThat(host.sends(other)).hasSize(1);
  }

  @Test
  void a_deleted_issue_ends_the_run() {
    HostIssue issue = host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.issues.tracker.issues().delete(host.issues.sam, issue);

    host.tick();

    assertThat(host.server.messages()).isEmpty();
    assertThat(host.run(campaign).standing().end()).isEqualTo(EndReason.ISSUE_GONE);
  }

  @Test
  void an_owner_who_was_deactivated_stops_the_campaign() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.issues.users.deactivate(host.issues.sam);

    host.tick();

    assertThat(host.server.messages()).isEmpty();
    assertThat(host.find(campaign).state()).isEqualTo(CampaignState.PAUSED);
    assertThat(host.run(campaign).standing().pause()).isEqualTo(PauseReason.CAMPAIGN_PAUSED);
  }

  @Test
  void missing_values_pause_the_lead_and_are_named() {
    host.sequence = host.sequence(SendingHost.mail("Hello ${lead.firstName}", "Hi", 0));
    host.lead("ada@example.org");
    Campaign campaign = host.launch();

    host.tick();

    assertThat(host.server.messages()).isEmpty();
    assertThat(host.run(campaign).standing().pause()).isEqualTo(PauseReason.MISSING_DATA);
    assertThat(host.run(campaign).standing().waitReason())
        .isEqualTo(Reason.of("drumbeat.wait.missing", "lead.firstName"));
  }

  @Test
  void values_come_from_lead_issue_campaign_sender_and_owner() {
    host.sequence =
        host.sequence(
            SendingHost.mail(
                "${campaign.name}: ${issue.summary}",
                "${issue.key} ${issue.project} ${lead.email} ${sender.name} ${owner.name}"
                    + " ${unsubscribe.url}",
                0));
    HostIssue issue = host.lead("ada@example.org");
    Campaign campaign = host.launch();

    host.tick();

    assertThat(host.server.messages().get(0))
        .contains("Subject: Spring: Lead ada@example.org")
        .contains(issue.key() + " SALES ada@example.org Sales team Sam Seller")
        .contains("https://jira.example.org/u/" + host.run(campaign).id())
        .doesNotContain("\nUnsubscribe: ");
  }

  @Test
  void a_paused_account_sends_nothing_and_says_so() {
    host.lead("ada@example.org");
    host.launch();
    host.accountService.pause(anAdministrator(), host.account);

    host.tick();
    assertThat(host.server.messages()).isEmpty();
    assertThat(hold()).isEqualTo(Reason.of("drumbeat.hold.paused", "Sales"));

    host.accountService.resume(anAdministrator(), host.account);
    host.tick();
    assertThat(host.server.messages()).hasSize(1);
    assertThat(host.shards.find(host.account).orElseThrow().hold()).isNull();
  }

  @Test
  void the_day_of_an_account_ends_at_midnight_of_its_zone() {
    long small = host.account("Small", new MailAccountDraft.Limits(2, null, null));
    host.leads(5);
    host.launch(small);

    host.tick();
    host.tickAfter(Duration.ofHours(11));
    assertThat(host.server.messages()).hasSize(2);
    assertThat(host.shards.find(small).orElseThrow().hold().until())
        .isEqualTo(Instant.parse("2026-06-01T22:00:00Z"));
    host.tickAfter(Duration.ofHours(1));

    assertThat(host.server.messages()).hasSize(4);
  }

  @Test
  void an_account_sends_so_many_in_any_hour() {
    long small = host.account("Small", new MailAccountDraft.Limits(null, 2, null));
    host.leads(5);
    host.launch(small);

    host.tick();
    host.tickAfter(Duration.ofMinutes(59));
    assertThat(host.server.messages()).hasSize(2);
    host.tickAfter(Duration.ofMinutes(1));

    assertThat(host.server.messages()).hasSize(4);
  }

  @Test
  void an_account_leaves_a_gap_between_two_messages() {
    long slow = host.account("Slow", new MailAccountDraft.Limits(null, null, 90));
    host.leads(3);
    host.launch(slow);

    host.tick();
    host.tickAfter(Duration.ofSeconds(89));
    assertThat(host.server.messages()).hasSize(1);
    host.tickAfter(Duration.ofSeconds(1));

    assertThat(host.server.messages()).hasSize(2);
  }

  @Test
  void caps_are_counted_from_the_tables_so_a_restart_changes_nothing() {
    long small = host.account("Small", new MailAccountDraft.Limits(2, null, null));
    host.leads(5);
    host.launch(small);

    host.tick();
    host.restart();
    host.tick();

    assertThat(host.server.messages()).hasSize(2);
  }

  @Test
  void a_campaign_sends_so_many_a_day_and_the_others_know_why_they_wait() {
    host.limits = new Limits(2, null);
    host.leads(5);
    Campaign campaign = host.launch();

    host.tick();

    assertThat(host.server.messages()).hasSize(2);
    assertThat(host.runs(campaign))
        .filteredOn(run -> run.state() == EnrollmentState.PENDING)
        .hasSize(3)
        .allSatisfy(
            run -> {
              assertThat(run.standing().waitReason().key()).isEqualTo("drumbeat.wait.per-day");
              assertThat(run.place().dueAt()).isEqualTo(Instant.parse("2026-06-01T22:00:00Z"));
            });
    host.tickAfter(Duration.ofHours(12));
    assertThat(host.server.messages()).hasSize(4);
  }

  @Test
  void a_campaign_writes_to_so_many_new_leads_a_day_and_follow_ups_do_not_count() {
    host.limits = new Limits(null, 2);
    host.leads(5);
    host.launch();
    host.tick();

    host.tickAfter(Duration.ofDays(3));

    assertThat(host.server.messages()).hasSize(6);
  }

  @Test
  void nothing_leaves_outside_of_the_window() {
    host.schedule =
        new Schedule(
            SendingHost.BERLIN,
            List.of(
                new Block(EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), LocalTime.of(13, 0))),
            Set.of());
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.issues.clock.advance(Duration.ofHours(2));

    host.tick();
    assertThat(host.server.messages()).isEmpty();
    assertThat(host.run(campaign).place().dueAt()).isEqualTo(Instant.parse("2026-06-02T07:00:00Z"));

    host.tickAfter(Duration.ofHours(19));
    assertThat(host.server.messages()).hasSize(1);
  }

  @Test
  void two_campaigns_write_to_a_person_an_hour_apart() {
    host.lead("ada@example.org");
    Campaign first = host.launch();
    Campaign second = host.launch();

    host.tick();
    assertThat(host.server.messages()).hasSize(1);
    host.tickAfter(Duration.ofMinutes(59));
    assertThat(host.server.messages()).hasSize(1);
    host.tickAfter(Duration.ofMinutes(1));

    assertThat(host.server.messages()).hasSize(2);
    assertThat(host.sends(first)).hasSize(1);
    assertThat(host.sends(second)).hasSize(1);
  }

  @Test
  void what_nobody_could_send_for_a_week_waits_for_a_decision() {
    host.lead("ada@example.org");
    Campaign campaign = host.launch();
    host.tick();

    host.tickAfter(Duration.ofDays(11));

    assertThat(host.server.messages()).hasSize(1);
    Enrollment run = host.run(campaign);
    assertThat(run.standing().pause()).isEqualTo(PauseReason.OVERDUE);
    host.stores.transitions().resume(run, host.now(), Cause.app("test"));
    host.tick();
    assertThat(host.server.messages()).hasSize(2);
  }

  @Test
  void a_broadcast_is_stale_after_a_day() {
    host.kind = CampaignKind.BROADCAST;
    host.lead("ada@example.org");
    Campaign campaign = host.launch();

    host.tickAfter(Duration.ofHours(25));

    assertThat(host.server.messages()).isEmpty();
    assertThat(host.run(campaign).standing().pause()).isEqualTo(PauseReason.OVERDUE);
  }

  @Test
  void what_waits_for_a_cap_is_not_stale() {
    long small = host.account("Small", new MailAccountDraft.Limits(1, null, null));
    host.sequence = host.sequence(SendingHost.mail("Hello", 0));
    host.leads(10);
    host.launch(small);

    host.tick();
    for (int day = 1; day < 10; day++) {
      host.tickAfter(Duration.ofDays(1));
    }

    assertThat(host.server.recipients()).doesNotHaveDuplicates().hasSize(10);
  }

  private void suppress() {
    host.suppressions.add(
        NewSuppression.of(
            new MailAddress("ada", "example.org"),
            Scope.INSTANCE,
            SuppressionReason.UNSUBSCRIBED,
            "test"));
  }

  private void finish(Enrollment run) {
    host.stores.transitions().finish(run, EndReason.REPLIED, Cause.app("test"));
  }

  private Reason hold() {
    return host.shards.find(host.account).orElseThrow().hold().why();
  }
}
