package dev.drumbeat.sending;

import static dev.drumbeat.campaign.CampaignState.RUNNING;

import dev.drumbeat.audience.Suppression;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.request.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands one claimed send over. Between the server's question for the body and the first byte of it
 * everything is looked at once more that somebody may have changed meanwhile (semantics §3), and
 * the mark is committed (X3).
 */
final class HandOver {

  private final Stores stores;
  private final Claims claims;
  private final Checks checks;
  private final Pace pace;

  HandOver(Stores stores, Claims claims, Checks checks, Pace pace) {
    this.stores = stores;
    this.claims = claims;
    this.checks = checks;
    this.pace = pace;
  }

  SendOutcome over(Courier courier, Attempt attempt, @Nullable Instant mailboxReadAt) {
    Outgoing message = Composer.compose(attempt.letter());
    return courier.handOver(message, () -> mark(attempt, mailboxReadAt));
  }

  private void mark(Attempt attempt, @Nullable Instant mailboxReadAt) throws Mark.NotMarked {
    Optional<Reason> changed =
        changed(attempt).or(() -> stores.sql().write(c -> mark(c, attempt, mailboxReadAt)));
    if (changed.isPresent()) {
      throw new Mark.NotMarked(changed.get());
    }
  }

  /** What others decided since the checks; each of these reads by itself, so before the unit. */
  private Optional<Reason> changed(Attempt attempt) {
    long campaignId = attempt.run().campaignId();
    Optional<Campaign> campaign = stores.campaigns().find(campaignId);
    if (campaign.filter(found -> found.state() == RUNNING).isEmpty()) {
      return Optional.of(Reason.of("drumbeat.withheld.campaign"));
    }
    if (campaign.get().leastVersion() > attempt.run().place().version()) {
      return Optional.of(Reason.of("drumbeat.withheld.changed"));
    }
    Optional<Suppression> suppression = checks.suppression(attempt.run(), campaignId);
    if (suppression.isPresent()) {
      return suppression.map(found -> found.reason().reason());
    }
    return pace.hasRival(attempt.send(), stores.clock().instant())
        ? Optional.of(Reason.of("drumbeat.wait.lead-gap"))
        : Optional.empty();
  }

  /** Why not, or nothing when the mark is set. */
  private Optional<Reason> mark(Connection c, Attempt attempt, @Nullable Instant mailboxReadAt)
      throws SQLException {
    Enrollment run = attempt.run();
    Campaign campaign = attempt.due().campaign();
    Optional<Reason> full = capped(c, campaign, run);
    if (full.isPresent()) {
      return full;
    }
    boolean unchanged =
        stores
            .enrollments()
            .find(c, run.id())
            .filter(now -> now.version() == run.version())
            .isPresent();
    return unchanged && claims.mark(c, attempt.send(), mailboxReadAt)
        ? Optional.empty()
        : Optional.of(Reason.of("drumbeat.withheld.changed"));
  }

  private Optional<Reason> capped(Connection c, Campaign campaign, Enrollment run)
      throws SQLException {
    if (!Pace.hasCap(campaign)) {
      return Optional.empty();
    }
    // Takes the row of the campaign, so that its accounts count one after the other.
    stores.campaigns().lock(c, campaign.id());
    return pace.reached(c, campaign, run, stores.clock().instant());
  }
}
