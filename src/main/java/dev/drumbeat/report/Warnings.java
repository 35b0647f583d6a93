package dev.drumbeat.report;

import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.enrollment.LeftOutReason;
import dev.drumbeat.enrollment.Turnout;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.SendingSwitch;
import dev.drumbeat.sequence.SequenceStore;
import dev.drumbeat.sequence.SequenceWarnings;
import dev.drumbeat.sequence.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What does not stop a launch but is probably not what its owner wants. */
public final class Warnings {

  private final MailAccountStore accounts;
  private final SendingSwitch sending;
  private final SequenceStore sequences;
  private final Sample sample;
  private final InstantSource clock;

  public Warnings(
      MailAccountStore accounts,
      SequenceStore sequences,
      SendingSwitch sending,
      Sample sample,
      InstantSource clock) {
    this.accounts = accounts;
    this.sequences = sequences;
    this.sending = sending;
    this.sample = sample;
    this.clock = clock;
  }

  List<Remark> of(Actor actor, Forecast forecast) {
    List<Remark> all = new ArrayList<>();
    who(forecast, all);
    sequences
        .said(forecast.campaign().plan().sequenceId())
        .map(version -> SequenceWarnings.of(version.steps()))
        .orElse(List.of())
        .forEach(why -> all.add(new Remark("sequenceId", why)));
    flow(forecast, all);
    all.addAll(sample.remarks(actor, forecast));
    how(forecast, all);
    if (forecast.campaign().plan().goal() == null) {
      all.add(new Remark("goal", Reason.of("drumbeat.forecast.no-goal")));
    }
    return all;
  }

  /** What nobody can foretell: when a task is done, and what is asked later. */
  private static void flow(Forecast forecast, List<Remark> all) {
    List<Step> steps = forecast.flow().steps().stream().map(Flow.StepFlow::step).toList();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).isHolding()) {
        String place = Integer.toString(i + 1);
        all.add(new Remark("sequenceId", Reason.of("drumbeat.forecast.task", place)));
        break;
      }
    }
    if (steps.stream().anyMatch(step -> step.flow().decides())) {
      all.add(new Remark("sequenceId", Reason.of("drumbeat.forecast.ways")));
    }
  }

  private static void who(Forecast forecast, List<Remark> all) {
    Turnout turnout = forecast.turnout();
    int withoutAddress = turnout.leftOut().getOrDefault(LeftOutReason.NO_ADDRESS, 0);
    boolean canRead = forecast.blockers().stream().noneMatch(r -> r.band() == Remark.Band.WHO);
    if (canRead && turnout.issues() == 0) {
      all.add(new Remark("audience", Reason.of("drumbeat.forecast.no-issues")));
    } else if (canRead && turnout.admitted() == 0) {
      all.add(new Remark("audience", Reason.of("drumbeat.forecast.nobody")));
    } else if (withoutAddress * 2 > turnout.looked()) {
      all.add(
          new Remark(
              "audience.addressField",
              Reason.of("drumbeat.forecast.few-addresses", withoutAddress, turnout.looked())));
    }
  }

  private void how(Forecast forecast, List<Remark> all) {
    CampaignPlan plan = forecast.campaign().plan();
    sending.hold().ifPresent(why -> all.add(new Remark("sending", why)));
    accounts(plan, all);
    Instant planned = plan.scheduledAt();
    if (planned != null && !planned.isAfter(clock.instant())) {
      all.add(new Remark("scheduledAt", Reason.of("drumbeat.forecast.time-over")));
    }
    if (plan.schedule().windows().isEmpty()) {
      all.add(new Remark("schedule.windows", Reason.of("drumbeat.forecast.always-open")));
    }
    if (!plan.stopOn().reply()) {
      all.add(new Remark("stopOn.reply", Reason.of("drumbeat.forecast.goes-on")));
    }
    capacity(forecast, all);
  }

  private void accounts(CampaignPlan plan, List<Remark> all) {
    List<MailAccount> chosen =
        plan.accountIds().stream().flatMap(id -> accounts.find(id).stream()).toList();
    if (!chosen.isEmpty() && chosen.stream().allMatch(MailAccount::paused)) {
      all.add(new Remark("mailAccountIds", Reason.of("drumbeat.campaign.missing.sending-account")));
    }
    chosen.stream()
        .filter(account -> !account.paused() && account.health().smtp().hasFailed())
        .map(account -> Reason.of("drumbeat.forecast.failing", account.settings().name()))
        .forEach(why -> all.add(new Remark("mailAccountIds", why)));
  }

  private static void capacity(Forecast forecast, List<Remark> all) {
    CampaignPlan.Limits limits = forecast.campaign().plan().limits();
    String field =
        limits.perDay() != null
            ? "limits.perDay"
            : limits.newPerDay() != null ? "limits.newPerDay" : "mailAccountIds";
    if (!forecast.flow().isFinished()) {
      all.add(new Remark(field, Reason.of("drumbeat.forecast.endless")));
    } else if (forecast.flow().late() > 0) {
      all.add(new Remark(field, Reason.of("drumbeat.forecast.late", forecast.flow().late())));
    }
  }
}
