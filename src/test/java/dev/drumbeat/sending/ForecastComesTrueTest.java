package dev.drumbeat.sending;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.campaign.CampaignPlan.Limits;
import dev.drumbeat.enrollment.LeftOutReason;
import dev.drumbeat.enrollment.Turnouts;
import dev.drumbeat.mail.MailAccountDraft;
import dev.drumbeat.report.Flow;
import dev.drumbeat.report.Forecast;
import dev.drumbeat.report.Forecasts;
import dev.drumbeat.report.Remark;
import dev.drumbeat.report.Sample;
import dev.drumbeat.report.Warnings;
import dev.drumbeat.request.Problems;
import dev.drumbeat.time.Schedule;
import dev.drumbeat.time.ScheduleDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is foretold of a campaign against what the engine then does with it. */
class ForecastComesTrueTest {

  private static final int HOURS = 24 * 21;

  @TempDir private Path home;
  private SendingHost host;
  private Forecasts forecasts;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
    Previews previews =
        new Previews(
            new StepSource(host.sequenceService),
            host.templates,
            host.accounts,
            host.issues.reader,
            new PreviewLeads(host.issues.audience),
            host.issues.people);
    forecasts =
        new Forecasts(
            host.visible,
            host.launch,
            new Turnouts(host.stores, host.issues.audience, host.accounts, host.suppressions),
            host.sequences,
            host.accounts,
            new Warnings(
                host.accounts,
                host.sequences,
                host.sending,
                new Sample(previews),
                host.issues.clock),
            host.issues.clock);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void every_day_and_every_step_is_as_foretold() {
    long slow = host.account("Slow", new MailAccountDraft.Limits(5, 2, null));
    host.limits = new Limits(6, 4);
    host.schedule = officeHours();
    host.leads(11);
    host.lead(null);
    Campaign draft = draft(host.account, slow);
    Forecast forecast = forecasts.of(host.sam(), draft.id());
    host.launch.launch(host.sam(), draft.id());

    host.tick();
    for (int hour = 0; hour < HOURS; hour++) {
      host.tickAfter(Duration.ofHours(1));
    }

    assertThat(forecast.turnout().leftOut()).isEqualTo(Map.of(LeftOutReason.NO_ADDRESS, 1));
    assertThat(forecast.flow().isFinished()).isTrue();
    assertThat(perDay(forecast.flow())).isEqualTo(perDay(host.sends(draft)));
    for (Flow.StepFlow step : forecast.flow().steps()) {
      List<Instant> sent =
          host.sends(draft).stream()
              .filter(send -> send.stepId() == step.step().id())
              .map(Send::handedOverAt)
              .sorted()
              .toList();
      assertThat(sent).hasSize(step.mails());
      assertThat(step.firstAt()).isEqualTo(sent.get(0));
      assertThat(step.lastAt()).isEqualTo(sent.get(sent.size() - 1));
    }
  }

  @Test
  void it_says_what_would_stop_the_launch_and_where() {
    host.sequenceService.delete(host.sam(), host.sequence);
    host.lead("ann@example.org");

    Forecast forecast = forecasts.of(host.sam(), draft(host.account).id());

    assertThat(forecast.blockers()).extracting(Remark::field).containsExactly("sequenceId");
    assertThat(forecast.turnout().admitted()).isEqualTo(1);
  }

  @Test
  void leads_without_a_value_that_a_mail_needs_are_told_of() {
    host.sequence = host.sequence(SendingHost.mail("Hello", "Dear ${lead.firstName}", 0));
    host.leads(3);

    Forecast forecast = forecasts.of(host.sam(), draft(host.account).id());

    assertThat(forecast.warnings())
        .filteredOn(remark -> remark.text().key().equals("drumbeat.forecast.missing"))
        .extracting(remark -> remark.text().arguments())
        .containsExactly(List.of(3, 3, "1", "lead.firstName"));
  }

  private Campaign draft(Long... accounts) {
    CampaignPlan plan =
        new CampaignPlan(
            "Spring",
            host.kind,
            host.sequence,
            new AudienceRule(null, "project = SALES", host.email.getId(), null),
            List.of(accounts),
            host.schedule,
            null,
            new CampaignPlan.StopRules(true),
            host.limits,
            null);
    long id = host.campaigns.insert(plan, host.issues.sam.key(), host.now());
    return host.campaigns.find(id).orElseThrow();
  }

  private static Schedule officeHours() {
    List<String> days = List.of("MON", "TUE", "WED", "THU", "FRI");
    return new ScheduleDraft(
            "Europe/Berlin", List.of(new ScheduleDraft.Window(days, "09:00", "17:00")), null)
        .check("schedule", SendingHost.BERLIN, new Problems());
  }

  private static Map<LocalDate, Long> perDay(Flow flow) {
    Map<LocalDate, Long> days = new TreeMap<>();
    flow.days().forEach((day, left) -> days.put(day, (long) left.mails()));
    return days;
  }

  private static Map<LocalDate, Long> perDay(List<Send> sends) {
    return sends.stream()
        .collect(
            groupingBy(
                send -> send.handedOverAt().atZone(SendingHost.BERLIN).toLocalDate(),
                TreeMap::new,
                counting()));
  }
}
