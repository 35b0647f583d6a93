package dev.drumbeat.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignKind;
import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.host.issue.FieldKind;
import dev.drumbeat.host.issue.HostField;
import dev.drumbeat.host.issue.IssueFields;
import dev.drumbeat.time.Block;
import dev.drumbeat.time.Schedule;
import dev.drumbeat.time.ZoneRule;
import dev.drumbeat.time.ZoneRule.Whose;
import dev.drumbeat.time.ZoneSource;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In whose zone a lead is written to, and how that is known (T16). */
@Tag("database")
class LeadZoneTest {

  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

  @TempDir private Path home;
  private CampaignHost host;
  private HostField email;
  private HostField country;

  @BeforeEach
  void open() {
    host = new CampaignHost(home);
    email = host.issues.tracker.customFields().add("Lead email", FieldKind.TEXT);
    country = host.issues.tracker.customFields().add("Country", FieldKind.TEXT);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void the_field_of_the_issue_says_the_zone_of_each_lead() {
    lead("berlin@example.org", "Germany");
    lead("kolkata@example.org", "Asia/Kolkata");
    Campaign campaign = launched(new ZoneRule(Whose.LEAD, country.getId()));

    assertThat(host.runs(campaign))
        .extracting(run -> run.place().zone().getId())
        .containsExactly("Europe/Berlin", "Asia/Kolkata");
    assertThat(host.runs(campaign))
        .extracting(run -> run.place().zoneSource())
        .containsOnly(ZoneSource.FIELD);
    assertThat(host.runs(campaign))
        .extracting(run -> run.place().dueAt().atZone(run.place().zone()).toLocalTime())
        .allMatch(time -> !time.isBefore(LocalTime.of(9, 0)) && time.getHour() < 17);
  }

  @Test
  void what_nobody_understands_leaves_the_lead_in_the_campaigns_zone_and_is_noted() {
    lead("mars@example.org", "Mars");
    lead("us@example.org", "US");
    lead("silent@example.org", null);

    Campaign campaign = launched(new ZoneRule(Whose.LEAD, country.getId()));

    assertThat(host.runs(campaign))
        .extracting(run -> run.place().zoneSource())
        .containsOnly(ZoneSource.CAMPAIGN)
        .hasSize(3);
    assertThat(details(campaign)).contains("drumbeat.zone.unknown", "drumbeat.zone.several");
  }

  @Test
  void what_is_said_on_enrolling_goes_before_everything_else() {
    lead("first@example.org", "Germany");
    Campaign campaign = launched(new ZoneRule(Whose.LEAD, country.getId()));

    Enrollment run = enroll(campaign, "late@example.org", "Asia/Kolkata");

    assertThat(run.place().zone()).isEqualTo(KOLKATA);
    assertThat(run.place().zoneSource()).isEqualTo(ZoneSource.LEAD);
    assertThat(enroll(campaign, "lost@example.org", "Atlantis").place().zoneSource())
        .isEqualTo(ZoneSource.CAMPAIGN);
  }

  @Test
  void the_field_is_not_asked_unless_the_campaign_says_so() {
    lead("kolkata@example.org", "Asia/Kolkata");

    Campaign campaign = launched(ZoneRule.CAMPAIGN);

    assertThat(host.runs(campaign))
        .extracting(run -> run.place().zone())
        .containsExactly(CampaignHost.BERLIN);
    assertThat(host.find(campaign.id()).plan().schedule().zones()).isEqualTo(ZoneRule.CAMPAIGN);
  }

  private List<String> details(Campaign campaign) {
    return host.stores.events().page(EventFilter.ofCampaign(campaign.id()), 0, 100).stream()
        .map(Event::detail)
        .filter(Objects::nonNull)
        .map(detail -> detail.key())
        .toList();
  }

  private Enrollment enroll(Campaign campaign, String address, String zone) {
    Enrolling enrolling =
        new Enrolling(
            host.stores,
            host.sequenceService,
            host.entries,
            host.suppressions,
            host.issues.audience,
            host.issues.reader);
    EnrollDraft draft =
        new EnrollDraft(null, address, null, null, null, null, null, Map.of(), zone);
    return enrolling.enroll(host.sam(), EnrollTarget.campaign(campaign.id()), draft).get(0).run();
  }

  private void lead(String address, @Nullable String where) {
    IssueFields fields = IssueFields.of("Lead").with(email, address);
    host.issues.issue(host.issues.sales, where == null ? fields : fields.with(country, where));
  }

  private Campaign launched(ZoneRule zones) {
    Block office =
        new Block(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0));
    CampaignPlan plan =
        new CampaignPlan(
            "Around the world",
            CampaignKind.SEQUENCE,
            host.sequence,
            new AudienceRule(null, "project = SALES", email.getId(), null),
            List.of(host.account),
            new Schedule(CampaignHost.BERLIN, List.of(office), Set.of(), zones),
            null,
            new CampaignPlan.StopRules(true),
            new CampaignPlan.Limits(null, null),
            null);
    long id = host.campaigns.insert(plan, host.issues.sam.key(), host.issues.clock.instant());
    return host.launch.launch(host.sam(), id);
  }
}
