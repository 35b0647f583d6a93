package dev.drumbeat.enrollment;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.Candidate;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.log.About;
import dev.drumbeat.log.About.Thing;
import dev.drumbeat.log.Fault;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits the audience of a campaign that was launched. Begun anew after a crash it reads the
 * audience again and admits who is missing; unique keys see to it that nobody enters or counts
 * twice.
 */
public final class LaunchRun {

  private static final Logger LOG = LoggerFactory.getLogger(LaunchRun.class);
  private static final int SLICE = 200;

  private final Stores stores;
  private final Audience audience;
  private final Entries entries;
  private final CampaignControl control;
  private final ClusterLockService locks;
  private final Admitting admitting;

  public LaunchRun(
      Stores stores,
      Audience audience,
      Suppressions suppressions,
      Entries entries,
      CampaignControl control,
      ClusterLockService locks) {
    this.stores = stores;
    this.audience = audience;
    this.entries = entries;
    this.control = control;
    this.locks = locks;
    this.admitting =
        new Admitting(stores, new Sieve(stores.enrollments(), stores.leftOut(), suppressions));
  }

  /** Admits everybody, unless another thread or node is at it. */
  public void goOn(long campaignId) {
    ClusterLock lock = locks.getLockForName("drumbeat.launch." + campaignId);
    if (!lock.tryLock()) {
      return;
    }
    try {
      admitting(campaignId).ifPresent(this::admit);
    } catch (RuntimeException e) {
      // The admission stays open, and the job tries again.
      LOG.error(
          "{}: the launch was interrupted and goes on within a minute",
          About.of(Thing.CAMPAIGN, campaignId),
          Fault.of(e));
    } finally {
      lock.unlock();
    }
  }

  private Optional<Campaign> admitting(long campaignId) {
    return stores
        .campaigns()
        .find(campaignId)
        .filter(c -> c.state() == CampaignState.RUNNING && c.admission().isOpen());
  }

  private void admit(Campaign campaign) {
    try {
      AudienceRule rule = campaign.plan().audience();
      if (rule == null || admitAll(campaign, rule)) {
        stores.sql().write(c -> stores.campaigns().closeAdmission(c, campaign.id()));
      }
    } catch (Refusal e) {
      // A filter that is gone or an owner who was deactivated will not heal by itself.
      control.pause(campaign, reason(e), Cause.app("launch"));
    }
  }

  /** What a campaign that was refused says to its owner. */
  static Reason reason(Refusal refusal) {
    return refusal instanceof InvalidInput invalid
        ? invalid.problems().get(0).reason()
        : refusal.reason();
  }

  /** Answers false when the campaign was paused or ended on the way, or the app goes. */
  private boolean admitAll(Campaign campaign, AudienceRule rule) {
    Slices slices = new Slices(entries.entry(campaign), rule.mostIssues());
    String zoneField = campaign.plan().schedule().zones().field();
    audience.read(rule, zoneField, campaign.ownerKey(), slices::take);
    return slices.finish();
  }

  /** Collects candidates until there are enough for a unit. */
  private final class Slices {

    private final Entry entry;
    private final int mostIssues;
    private final List<Candidate> within = new ArrayList<>();
    private final List<Candidate> beyond = new ArrayList<>();
    private int issues;
    private long lastIssue;
    private boolean wanted = true;

    Slices(Entry entry, int mostIssues) {
      this.entry = entry;
      this.mostIssues = mostIssues;
    }

    boolean take(Candidate candidate) {
      if (candidate.issueId() != lastIssue) {
        lastIssue = candidate.issueId();
        issues++;
      }
      (issues <= mostIssues ? within : beyond).add(candidate);
      if (within.size() + beyond.size() >= SLICE) {
        flush();
      }
      return wanted;
    }

    boolean finish() {
      flush();
      return wanted;
    }

    private void flush() {
      wanted =
          wanted
              && !stores.sql().isClosing()
              && admitting(entry.campaign().id()).isPresent()
              && admitting.admit(entry, List.copyOf(within))
              && admitting.refuse(entry, List.copyOf(beyond));
      within.clear();
      beyond.clear();
    }
  }
}
