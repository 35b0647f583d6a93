package dev.drumbeat.report;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.enrollment.Launch;
import dev.drumbeat.enrollment.Timeline;
import dev.drumbeat.enrollment.Turnout;
import dev.drumbeat.enrollment.Turnouts;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.SequenceStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Tells what a draft would do, without a trace: the same rules as the engine's, no sending. */
public final class Forecasts {

  private final VisibleCampaigns visible;
  private final Launch launch;
  private final Turnouts turnouts;
  private final SequenceStore sequences;
  private final MailAccountStore accounts;
  private final Warnings warnings;
  private final InstantSource clock;

  public Forecasts(
      VisibleCampaigns visible,
      Launch launch,
      Turnouts turnouts,
      SequenceStore sequences,
      MailAccountStore accounts,
      Warnings warnings,
      InstantSource clock) {
    this.visible = visible;
    this.launch = launch;
    this.turnouts = turnouts;
    this.sequences = sequences;
    this.accounts = accounts;
    this.warnings = warnings;
    this.clock = clock;
  }

  /** The forecast of a campaign that waits for its launch or its time; no other has one. */
  public Forecast of(Actor actor, long id) {
    Campaign campaign = visible.get(actor, id);
    if (campaign.state() != CampaignState.DRAFT && campaign.state() != CampaignState.SCHEDULED) {
      throw new Conflict(Reason.of("drumbeat.forecast.launched", campaign.plan().name()));
    }
    List<Remark> blockers = blockers(campaign);
    Turnout turnout = canRead(blockers) ? turnouts.of(campaign) : Turnout.NOBODY;
    Instant start = start(campaign);
    Capacity capacity = new Capacity(accounts.all());
    Flow flow = flow(campaign, start, turnout, capacity);
    Forecast bare =
        new Forecast(
            campaign,
            start,
            turnout,
            flow,
            capacity.perDay(campaign.plan(), turnout.byAccount().keySet()),
            blockers,
            List.of());
    return bare.with(warnings.of(actor, bare));
  }

  private List<Remark> blockers(Campaign campaign) {
    Problems problems = launch.obstacles(campaign);
    return problems.isEmpty()
        ? List.of()
        : problems.refusal().problems().stream().map(Forecasts::blocker).toList();
  }

  private static Remark blocker(InvalidInput.Problem problem) {
    boolean nobody =
        problem.field().equals("audience")
            && problem.reason().key().equals("drumbeat.invalid.required");
    return new Remark(
        problem.field(),
        nobody ? Reason.of("drumbeat.campaign.missing.audience") : problem.reason());
  }

  /** An audience over its limit can still be counted. */
  private static boolean canRead(List<Remark> blockers) {
    return blockers.stream()
        .map(Remark::field)
        .noneMatch(field -> field.startsWith("audience") && !field.equals("audience.limit"));
  }

  private Instant start(Campaign campaign) {
    Instant now = clock.instant();
    Instant planned = campaign.plan().scheduledAt();
    return planned != null && planned.isAfter(now) ? planned : now;
  }

  private Flow flow(Campaign campaign, Instant start, Turnout turnout, Capacity capacity) {
    List<Lane> lanes = new ArrayList<>();
    turnout
        .byAccount()
        .forEach((account, count) -> lanes.add(capacity.lane(account, turnout.expected(count))));
    return sequences
        .said(campaign.plan().sequenceId())
        .map(
            sequence ->
                new MailFlow(new Timeline(sequence, campaign.plan().schedule()), campaign.plan())
                    .run(start, lanes, sequence.steps()))
        .orElse(Flow.NOTHING);
  }
}
