package dev.drumbeat.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.time.Block;
import dev.drumbeat.time.Schedule;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leads who wait follow a change of windows, holidays and zone (T19, V6). */
@Tag("database")
class RetimingTest {

  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

  @TempDir private Path home;
  private CampaignHost host;
  private Campaign campaign;

  @BeforeEach
  void open() {
    host = new CampaignHost(home);
    HostField email = host.issues.tracker.customFields().add("Lead email", FieldKind.TEXT);
    host.issues.issue(host.issues.sales, IssueFields.of("Lead").with(email, "ann@example.org"));
    campaign = host.draft(new AudienceRule(null, "project = SALES", email.getId(), null), null);
    plan(nightly(CampaignHost.BERLIN, "03:00"));
    campaign = host.launch.launch(host.sam(), campaign.id());
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void waiting_leads_are_due_by_the_new_windows() {
    Instant before = due();

    plan(nightly(CampaignHost.BERLIN, "01:00"));
    host.runJob();

    assertThat(due()).isNotEqualTo(before);
    assertThat(due().atZone(CampaignHost.BERLIN).toLocalTime()).isEqualTo(LocalTime.of(1, 0));
    assertThat(due()).isAfter(host.issues.clock.instant());
    assertThat(host.campaigns.isToRetime(campaign.id())).isFalse();
  }

  @Test
  void waiting_leads_keep_away_from_a_new_holiday() {
    LocalDate day = due().atZone(CampaignHost.BERLIN).toLocalDate();

    plan(new Schedule(CampaignHost.BERLIN, windows("03:00"), Set.of(day)));
    host.runJob();

    assertThat(due().atZone(CampaignHost.BERLIN).toLocalDate()).isEqualTo(day.plusDays(1));
  }

  @Test
  void waiting_leads_follow_the_campaign_to_another_zone() {
    plan(nightly(KOLKATA, "03:00"));
    host.runJob();

    assertThat(due().atZone(KOLKATA).toLocalTime()).isEqualTo(LocalTime.of(3, 0));
    assertThat(run().place().zone()).isEqualTo(KOLKATA);
  }

  @Test
  void what_is_due_already_is_left_to_the_sending() {
    host.issues.clock.advance(Duration.between(host.issues.clock.instant(), due()).plusHours(1));
    Instant before = due();

    plan(nightly(CampaignHost.BERLIN, "01:00"));
    host.runJob();

    assertThat(due()).isEqualTo(before);
  }

  @Test
  void a_change_of_the_name_moves_nobody() {
    int version = run().version();

    plan(nightly(CampaignHost.BERLIN, "03:00"));
    host.runJob();

    assertThat(run().version()).isEqualTo(version);
  }

  private Instant due() {
    return run().place().dueAt();
  }

  private Enrollment run() {
    return host.runs(campaign).get(0);
  }

  private void plan(Schedule schedule) {
    Campaign now = host.find(campaign.id());
    CampaignPlan plan = now.plan();
    CampaignPlan changed =
        new CampaignPlan(
            plan.name(),
            plan.kind(),
            plan.sequenceId(),
            plan.audience(),
            plan.accountIds(),
            schedule,
            plan.scheduledAt(),
            plan.stopOn(),
            plan.limits(),
            plan.goal());
    assertThat(host.campaigns.replace(now, changed, host.issues.clock.instant())).isTrue();
  }

  private static Schedule nightly(ZoneId zone, String from) {
    return new Schedule(zone, windows(from), Set.of());
  }

  /** One hour of every day, at which the clock of the test does not stand. */
  private static List<Block> windows(String from) {
    LocalTime start = LocalTime.parse(from);
    return List.of(new Block(EnumSet.allOf(DayOfWeek.class), start, start.plusHours(1)));
  }
}
