package dev.drumbeat.sending;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.Shard.Hold;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one thread knows while it works on an account for some seconds: its connection, the
 * campaigns that it has met, and the runs that it has dealt with. What may not be stale is read
 * again before the mark.
 */
final class Slice {

  private final MailAccount account;
  private final Courier courier;
  private final Tenure tenure;
  private final Ground ground;
  private final Map<Long, Optional<Campaign>> met = new HashMap<>();
  private final Map<Place, Optional<Running>> running = new HashMap<>();
  private final Set<Long> seen = new HashSet<>();
  private @Nullable Instant mailboxReadAt;
  private boolean stopped;

  Slice(MailAccount account, Courier courier, Tenure tenure, Ground ground) {
    this.account = account;
    this.courier = courier;
    this.tenure = tenure;
    this.ground = ground;
  }

  MailAccount account() {
    return account;
  }

  Courier courier() {
    return courier;
  }

  Tenure tenure() {
    return tenure;
  }

  /** The campaign; empty when it is gone. */
  Optional<Campaign> campaign(long id) {
    return met.computeIfAbsent(id, ground.stores().campaigns()::find);
  }

  /** The campaign with the steps of the run's version; empty when either is gone. */
  Optional<Running> running(Enrollment run) {
    return running.computeIfAbsent(new Place(run.campaignId(), run.place().version()), this::read);
  }

  private Optional<Running> read(Place place) {
    return campaign(place.campaignId())
        .flatMap(
            campaign ->
                ground
                    .sequences()
                    .version(campaign.plan().sequenceId(), place.version())
                    .map(version -> Running.of(campaign, version)));
  }

  /** Looks at the campaign again, since something has changed. */
  void forget(long campaignId) {
    met.remove(campaignId);
    running.keySet().removeIf(place -> place.campaignId() == campaignId);
  }

  /** Whether the run comes up for the first time; nobody is looked at twice. */
  boolean isNew(long enrollmentId) {
    return seen.add(enrollmentId);
  }

  @Nullable Instant mailboxReadAt() {
    return mailboxReadAt;
  }

  void mailboxWasRead(Instant at) {
    mailboxReadAt = at;
  }

  /** Whether nothing more leaves in this slice. */
  boolean isStopped() {
    return stopped;
  }

  void stop() {
    stopped = true;
  }

  /** Stops since a cap is reached. */
  void hold(Hold hold) {
    stop();
    tenure.hold(hold);
  }

  /** Stops since the account or the database fails. */
  void fail(Reason why, Instant now) {
    stop();
    tenure.fail(why, now);
  }

  /** Notes that the account is in order. */
  void worked() {
    tenure.clear();
  }

  /** One version of what a campaign says. */
  private record Place(long campaignId, int version) {}
}
