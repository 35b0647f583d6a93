package dev.drumbeat.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.drumbeat.campaign.CampaignKind;
import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.campaign.CampaignPlan.Limits;
import dev.drumbeat.campaign.CampaignPlan.StopRules;
import dev.drumbeat.enrollment.Timeline;
import dev.drumbeat.mail.AccountSettings.SendLimits;
import dev.drumbeat.report.Flow.Day;
import dev.drumbeat.request.Problems;
import dev.drumbeat.sequence.Mail;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceVersion;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.Timing;
import dev.drumbeat.time.Delay;
import dev.drumbeat.time.DelayUnit;
import dev.drumbeat.time.Schedule;
import dev.drumbeat.time.ScheduleDraft;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A Monday at ten in Berlin, office hours, mails at once and three days later. */
class MailFlowTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant MONDAY = Instant.parse("2026-06-01T08:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-06-01");
  private static final Limits NO_LIMITS = new Limits(null, null);

  @Test
  void without_limits_every_step_leaves_when_it_is_due() {
    Flow flow = flow(NO_LIMITS, lane(40, null, null, null));

    assertThat(flow.isFinished()).isTrue();
    assertThat(flow.mails()).isEqualTo(80);
    assertThat(flow.late()).isZero();
    assertThat(flow.steps().get(0).firstAt()).isEqualTo(MONDAY);
    assertThat(flow.steps().get(1).lastAt()).isEqualTo(MONDAY.plus(Duration.ofDays(3)));
  }

  @Test
  void the_cap_of_an_account_spreads_first_mails_over_days() {
    Flow flow = flow(NO_LIMITS, lane(40, 30, null, null));

    assertThat(flow.days())
        .containsExactly(
            entry(FIRST_DAY, new Day(30, 30)),
            entry(FIRST_DAY.plusDays(1), new Day(10, 10)),
            entry(FIRST_DAY.plusDays(3), new Day(30, 0)),
            entry(FIRST_DAY.plusDays(4), new Day(10, 0)));
    assertThat(flow.late()).isEqualTo(10);
    assertThat(flow.steps().get(0).lastAt()).isEqualTo(Instant.parse("2026-06-02T07:00:00Z"));
  }

  @Test
  void new_leads_and_all_mails_of_a_day_are_limited_apart() {
    Flow flow = flow(new Limits(12, 10), lane(40, null, null, null));

    // Thursday: ten new ones at nine, and two of Monday's follow-ups at ten still fit.
    assertThat(flow.days().get(FIRST_DAY.plusDays(3))).isEqualTo(new Day(12, 10));
    assertThat(flow.mails()).isEqualTo(80);
  }

  @Test
  void the_gap_of_an_account_is_kept() {
    Flow flow = flow(NO_LIMITS, lane(3, null, null, 600));

    assertThat(flow.steps().get(0).lastAt()).isEqualTo(MONDAY.plus(Duration.ofMinutes(20)));
  }

  @Test
  void the_cap_of_an_hour_is_a_rolling_one() {
    Flow flow = flow(NO_LIMITS, lane(25, null, 10, null));

    assertThat(flow.steps().get(0).lastAt()).isEqualTo(MONDAY.plus(Duration.ofHours(2)));
  }

  @Test
  void accounts_send_side_by_side() {
    Flow flow = flow(NO_LIMITS, lane(30, 30, null, null), lane(30, 30, null, null));

    assertThat(flow.days().get(FIRST_DAY)).isEqualTo(new Day(60, 60));
  }

  @Test
  void what_would_never_end_is_cut_off_and_says_so() {
    Flow flow = flow(NO_LIMITS, lane(5_000, 1, null, null));

    assertThat(flow.isFinished()).isFalse();
    assertThat(flow.days().lastKey()).isBefore(FIRST_DAY.plusYears(3));
  }

  @Test
  void a_hundred_thousand_leads_with_gaps_are_foretold_up_to_the_bound_of_the_work() {
    Flow flow = flow(NO_LIMITS, lane(100_000, null, null, 60));

    assertThat(flow.isFinished()).isFalse();
    assertThat(flow.mails()).isBetween(MailFlow.MOST_MOMENTS / 4, MailFlow.MOST_MOMENTS);
  }

  private static Lane lane(int leads, Integer perDay, Integer perHour, Integer gap) {
    return new Lane(leads, new SendLimits(perDay, perHour, gap), BERLIN);
  }

  private static Flow flow(Limits limits, Lane... lanes) {
    Sequence sequence = sequence();
    CampaignPlan plan = plan(limits);
    return new MailFlow(new Timeline(SequenceVersion.draft(sequence), plan.schedule()), plan)
        .run(MONDAY, List.of(lanes), sequence.steps());
  }

  private static CampaignPlan plan(Limits limits) {
    return new CampaignPlan(
        "Spring",
        CampaignKind.SEQUENCE,
        1,
        null,
        List.of(),
        officeHours(),
        null,
        new StopRules(true),
        limits,
        null);
  }

  private static Schedule officeHours() {
    List<String> days = List.of("MON", "TUE", "WED", "THU", "FRI");
    return new ScheduleDraft(
            BERLIN.getId(), List.of(new ScheduleDraft.Window(days, "09:00", "17:00")), null)
        .check("schedule", BERLIN, new Problems());
  }

  private static Sequence sequence() {
    List<Step> steps =
        Stream.of(Delay.NONE, new Delay(3, DelayUnit.DAYS)).map(MailFlowTest::step).toList();
    return new Sequence(1, 1, "Welcome", null, "sam", null, false, false, 0, MONDAY, MONDAY, steps);
  }

  private static Step step(Delay delay) {
    int place = delay.value() == 0 ? 1 : 2;
    return new Step(
        place,
        place,
        new Mail("Hello", null, "How are you?", false),
        new Timing.After(delay),
        null);
  }
}
