package dev.drumbeat.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.IssueFields;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudienceReportsTest {

  private static final int ISSUES = 450;

  @TempDir private Path home;
  private CampaignHost host;
  private AudienceReports reports;
  private Campaign draft;

  @BeforeEach
  void open() {
    host = new CampaignHost(home);
    reports =
        new AudienceReports(host.stores, host.visible, host.issues.audience, host.suppressions);
    HostField email = host.issues.tracker.customFields().add("Lead email", FieldKind.TEXT);
    // The first and the last are of one person and come in different slices.
    for (int n = 0; n < ISSUES; n++) {
      String address = n == ISSUES - 1 ? "lead0@example.org" : "lead" + n + "@example.org";
      lead(email, n % 100 == 50 ? null : address);
    }
    draft = host.draft(new AudienceRule(null, "project = SALES", email.getId(), null), null);
  }

  @AfterEach
  void close() {
    host.close();
  }

  private void lead(HostField email, String address) {
    host.issues.issue(host.issues.sales, IssueFields.of("Lead").with(email, address));
  }

  @Test
  void a_rehearsal_foretells_the_launch() {
    AudienceReport before = report(AudienceFilter.ALL, 0, 10);
    host.launch.launch(host.sam(), draft.id());
    AudienceReport after = report(AudienceFilter.ALL, 0, 10);

    assertThat(before.preview()).isTrue();
    assertThat(after.preview()).isFalse();
    assertThat(before.leftOut())
        .isEqualTo(Map.of(LeftOutReason.DUPLICATE, 1, LeftOutReason.NO_ADDRESS, 4))
        .isEqualTo(after.leftOut());
    assertThat(before.admitted()).isEqualTo(after.admitted()).isEqualTo(ISSUES - 5);
    assertThat(before.candidates()).isEqualTo(ISSUES);
  }

  @Test
  void a_rehearsal_leaves_no_trace() {
    report(AudienceFilter.ALL, 0, 10);

    assertThat(host.runs(draft)).isEmpty();
    assertThat(host.stores.leftOut().count(draft.id(), null)).isZero();
    assertThat(host.events(draft)).isEmpty();
  }

  @Test
  void a_page_may_be_of_those_who_are_out_for_one_reason() {
    AudienceFilter filter = new AudienceFilter(null, LeftOutReason.NO_ADDRESS);

    AudienceReport rehearsed = report(filter, 1, 2);
    host.launch.launch(host.sam(), draft.id());
    AudienceReport noted = report(filter, 1, 2);

    assertThat(rehearsed.matching()).isEqualTo(4);
    assertThat(rehearsed.members()).hasSize(2).isEqualTo(noted.members());
    assertThat(noted.matching()).isEqualTo(4);
  }

  private AudienceReport report(AudienceFilter filter, int startAt, int maxResults) {
    return reports.get(host.sam(), draft.id(), filter, startAt, maxResults);
  }
}
