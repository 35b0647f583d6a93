package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.Campaign;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How leads enter one campaign: what they get first and when, and from which account. The same for
 * all that enter at one moment.
 */
record Entry(Campaign campaign, Timeline timeline, SenderChoice senders) {

  /** A lead who enters now for that run; empty when the sequence has no step. */
  Optional<NewEnrollment> admit(Lead lead, int run, Map<String, String> variables, Instant now) {
    long account = senders.accountFor(lead.addressKey());
    RunZone zone = RunZone.of(lead.zone(), senders.zoneOf(account), campaign.plan().schedule());
    return timeline
        .in(zone.id())
        .first(now)
        .map(
            first ->
                new NewEnrollment(
                    campaign.id(),
                    campaign.plan().sequenceId(),
                    run,
                    lead,
                    place(account, first, zone, now),
                    variables,
                    null,
                    zone.remark()));
  }

  private Place place(long account, DueStep first, RunZone zone, Instant now) {
    return new Place(
        account,
        first.step().id(),
        first.step().position(),
        timeline.version().number(),
        first.dueAt(),
        now,
        now,
        zone.id(),
        zone.source());
  }
}
