package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignKind;
import dev.drumbeat.campaign.CampaignPlan;
import dev.drumbeat.campaign.CampaignPlan.Limits;
import dev.drumbeat.campaign.CampaignPlan.StopRules;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.time.Schedule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Finds the hidden campaign that carries the direct enrollments of a sequence, and makes it when
 * there is none. It belongs to the owner of the sequence and sends from the sequence's account.
 */
final class Carriers {

  private static final int LONGEST_NAME = 100;

  private final CampaignStore campaigns;
  private final InstantSource clock;

  Carriers(CampaignStore campaigns, InstantSource clock) {
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /** The campaign as it is now; refuses when the sequence does not send by itself. */
  Campaign of(Actor actor, Sequence sequence) {
    long account = account(sequence);
    Campaign carrier = found(actor, sequence, account);
    Targets.mustTakeLeads(carrier);
    return carrier.plan().accountIds().equals(List.of(account)) ? carrier : moved(carrier, account);
  }

  /** The same campaign without a trace; with the id 0 when it would have to be made. */
  Campaign foreseen(Actor actor, Sequence sequence) {
    long account = account(sequence);
    Campaign carrier =
        campaigns
            .carrier(sequence.id())
            .filter(there -> !there.state().isOver())
            .orElseGet(() -> unmade(actor, sequence, account));
    Targets.mustTakeLeads(carrier);
    return carrier.planned(carrier.plan().sendingFrom(account));
  }

  private static long account(Sequence sequence) {
    Long account = sequence.sendingConfigId();
    if (account == null) {
      throw new Conflict(Reason.of("drumbeat.enroll.no-account", sequence.name()));
    }
    return account;
  }

  private Campaign found(Actor actor, Sequence sequence, long account) {
    Optional<Campaign> there = campaigns.carrier(sequence.id());
    // One that somebody cancelled is over for good, and another takes its place.
    there.filter(carrier -> carrier.state().isOver()).ifPresent(campaigns::retireCarrier);
    return there
        .filter(carrier -> !carrier.state().isOver())
        .orElseGet(() -> made(actor, sequence, account));
  }

  private static CampaignPlan plan(Actor actor, Sequence sequence, long account) {
    String name = sequence.name();
    return new CampaignPlan(
        name.substring(0, Math.min(name.length(), LONGEST_NAME)),
        CampaignKind.SEQUENCE,
        sequence.id(),
        null,
        List.of(account),
        Schedule.always(actor.zone()),
        null,
        new StopRules(true),
        new Limits(null, null),
        null);
  }

  private Campaign unmade(Actor actor, Sequence sequence, long account) {
    Instant now = clock.instant();
    return Campaign.unmadeCarrier(plan(actor, sequence, account), sequence.ownerKey(), now);
  }

  private Campaign made(Actor actor, Sequence sequence, long account) {
    try {
      CampaignPlan plan = plan(actor, sequence, account);
      campaigns.insertCarrier(plan, sequence.ownerKey(), clock.instant());
    } catch (SqlFailure e) {
      // Somebody else was faster, and theirs will do.
      if (!e.isDuplicate()) {
        throw e;
      }
    }
    return campaigns.carrier(sequence.id()).orElseThrow();
  }

  /** New runs follow the sequence to its other account; a change that gets in between wins. */
  private Campaign moved(Campaign carrier, long account) {
    campaigns.replace(carrier, carrier.plan().sendingFrom(account), clock.instant());
    return campaigns.find(carrier.id()).orElseThrow();
  }
}
