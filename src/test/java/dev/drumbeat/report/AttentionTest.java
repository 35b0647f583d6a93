package dev.drumbeat.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.campaign.Admission;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.Campaign.Pause;
import dev.drumbeat.campaign.Campaign.Times;
import dev.drumbeat.campaign.CampaignKind;
import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.campaign.CampaignPlan.Limits;
import dev.drumbeat.campaign.CampaignPlan.StopRules;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.enrollment.Tally;
import dev.drumbeat.report.Attention.Situation;
import dev.drumbeat.request.Reason;
import dev.drumbeat.time.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody is told about a campaign, and what is not worth a word. */
class AttentionTest {

  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  private static final Situation QUIET = new Situation(Optional.empty(), Map.of());

  @Test
  void a_campaign_whose_accounts_are_gone_says_so() {
    assertThat(remedies(QUIET, CampaignState.RUNNING)).containsExactly(Remedy.ACCOUNTS);
  }

  @Test
  void what_holds_everything_comes_first() {
    Situation held = new Situation(Optional.of(Reason.of("drumbeat.hold.off")), Map.of());

    assertThat(remedies(held, CampaignState.RUNNING))
        .containsExactly(Remedy.STATUS, Remedy.ACCOUNTS);
    assertThat(remedies(held, CampaignState.COMPLETED)).isEmpty();
  }

  @Test
  void a_pause_tells_its_reason() {
    assertThat(QUIET.of(campaign(CampaignState.PAUSED), Numbers.NONE))
        .singleElement()
        .satisfies(notice -> assertThat(notice.remedy()).isEqualTo(Remedy.RESUME))
        .satisfies(
            notice ->
                assertThat(notice.sentence().arguments())
                    .containsExactly(Reason.of("drumbeat.campaign.owner-inactive")));
  }

  @Test
  void leads_who_wait_for_somebody_are_counted_by_what_they_wait_for() {
    assertThat(
            remedies(
                QUIET,
                CampaignState.PAUSED,
                tally("run.PAUSED.MISSING_DATA", 2),
                tally("run.PAUSED.OVERDUE", 1),
                tally("run.PAUSED.OUT_OF_OFFICE", 5),
                tally("run.PAUSED.MANUAL", 5)))
        .containsExactly(Remedy.RESUME, Remedy.MISSING_DATA, Remedy.OVERDUE);
  }

  @Test
  void doubts_about_mails_stay_worth_a_word_when_the_campaign_is_over() {
    assertThat(remedies(QUIET, CampaignState.COMPLETED, tally("send.unknown", 1)))
        .containsExactly(Remedy.UNKNOWN_SENDS);
  }

  @Test
  void one_in_twenty_may_come_back_and_few_mails_say_nothing() {
    assertThat(remedies(QUIET, CampaignState.PAUSED, sent(100), cameBack(5)))
        .doesNotContain(Remedy.CAME_BACK);
    assertThat(remedies(QUIET, CampaignState.PAUSED, sent(100), cameBack(6)))
        .contains(Remedy.CAME_BACK);
    assertThat(remedies(QUIET, CampaignState.PAUSED, sent(19), cameBack(19)))
        .doesNotContain(Remedy.CAME_BACK);
  }

  private static Tally sent(long amount) {
    return tally("send.sent", amount);
  }

  private static Tally cameBack(long amount) {
    return tally("send.cameBack", amount);
  }

  private static Tally tally(String metric, long amount) {
    return new Tally(1, metric, 3, amount);
  }

  private static Stream<Remedy> remedies(Situation now, CampaignState state, Tally... tallies) {
    return now.of(campaign(state), new Numbers(List.of(tallies))).stream().map(Notice::remedy);
  }

  private static Campaign campaign(CampaignState state) {
    Schedule always = Schedule.always(ZoneId.of("Europe/Berlin"));
    CampaignPlan plan =
        new CampaignPlan(
            "Spring",
            CampaignKind.SEQUENCE,
            1,
            null,
            List.of(7L),
            always,
            null,
            new StopRules(true),
            new Limits(null, null),
            null);
    Pause pause = new Pause(Reason.of("drumbeat.campaign.owner-inactive"), NOW, null, null);
    Times times = new Times(NOW, null);
    return new Campaign(
        1, 1, state, "lena", plan, false, 0, Admission.NONE, times, pause, NOW, NOW);
  }
}
