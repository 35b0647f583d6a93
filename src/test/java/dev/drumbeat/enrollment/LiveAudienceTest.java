package dev.drumbeat.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.campaign.Admission;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.IssueFields;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An audience that is looked at again while its campaign runs (E2). */
@Tag("database")
class LiveAudienceTest {

  @TempDir private Path home;
  private CampaignHost host;
  private HostField email;

  @BeforeEach
  void open() {
    host = new CampaignHost(home);
    email = host.issues.tracker.customFields().add("Lead email", FieldKind.TEXT);
    lead("ann@example.org");
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void who_joins_later_is_admitted_once_and_nobody_twice() {
    Campaign campaign = launched(true, null);
    lead("late@example.org");
    lead("ANN@example.org");

    host.runJob();
    assertThat(host.runs(campaign)).hasSize(1);
    later();
    later();

    assertThat(host.runs(campaign))
        .extracting(run -> run.lead().address().text())
        .containsExactly("ann@example.org", "late@example.org");
    assertThat(host.find(campaign.id()).admission().stage()).isEqualTo(Admission.Stage.CLOSED);
    assertThat(host.find(campaign.id()).admission().evaluatedAt())
        .isEqualTo(host.issues.clock.instant());
  }

  @Test
  void it_stays_running_though_everybody_is_through() {
    Campaign campaign = launched(true, null);

    finishAll(campaign);
    later();

    assertThat(host.find(campaign.id()).state()).isEqualTo(CampaignState.RUNNING);
    assertThat(host.runs(campaign)).hasSize(1);
  }

  @Test
  void after_its_end_it_admits_nobody_and_completes() {
    Instant end = host.issues.clock.instant().plus(Duration.ofMinutes(20));
    Campaign campaign = launched(true, end);
    finishAll(campaign);
    later();
    lead("last@example.org");
    later();
    lead("late@example.org");
    later();
    finishAll(campaign);
    later();

    assertThat(host.runs(campaign))
        .extracting(run -> run.lead().address().text())
        .containsExactly("ann@example.org", "last@example.org");
    assertThat(host.find(campaign.id()).state()).isEqualTo(CampaignState.COMPLETED);
  }

  @Test
  void who_joins_after_its_end_is_not_admitted_though_nobody_looked_for_days() {
    Instant end = host.issues.clock.instant().plus(Duration.ofMinutes(20));
    Campaign campaign = launched(true, end);
    finishAll(campaign);
    host.issues.clock.advance(Duration.ofDays(7));
    lead("late@example.org");

    later();

    assertThat(host.runs(campaign)).hasSize(1);
    assertThat(host.find(campaign.id()).state()).isEqualTo(CampaignState.COMPLETED);
  }

  @Test
  void a_snapshot_is_never_looked_at_again() {
    Campaign campaign = launched(false, null);
    lead("late@example.org");

    later();

    assertThat(host.runs(campaign)).hasSize(1);
    assertThat(host.find(campaign.id()).nextLook()).isEmpty();
  }

  private void later() {
    host.issues.clock.advance(Admission.REST);
    host.runJob();
  }

  private void finishAll(Campaign campaign) {
    host.runs(campaign)
        .forEach(run -> host.stores.transitions().finish(run, EndReason.MANUAL, Cause.app("test")));
  }

  private Campaign launched(boolean live, @Nullable Instant until) {
    AudienceRule rule = new AudienceRule(null, "project = SALES", email.getId(), null, live, until);
    return host.launch.launch(host.sam(), host.draft(rule, null).id());
  }

  private void lead(String address) {
    host.issues.issue(host.issues.sales, IssueFields.of("Lead").with(email, address));
  }
}
