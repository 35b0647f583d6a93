package dev.drumbeat.enrollment;

import static dev.drumbeat.enrollment.PauseReason.CAMPAIGN_PAUSED;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the leads of a campaign follow its state: they wait while it is paused, go on when it does,
 * and are through when it was cancelled. In slices, each a unit; begun anew it goes on where it
 * was.
 */
public final class CampaignLeads {

  private static final int SLICE = 200;
  private static final Cause CAMPAIGN = Cause.app("campaign");

  private final Stores stores;
  private final Entries entries;
  private final ClusterLockService locks;

  public CampaignLeads(Stores stores, Entries entries, ClusterLockService locks) {
    this.stores = stores;
    this.entries = entries;
    this.locks = locks;
  }

  /** Deals with all leads, unless somebody else is at it or the state changes meanwhile. */
  public void follow(long campaignId) {
    ClusterLock lock = locks.getLockForName("drumbeat.leads." + campaignId);
    if (!lock.tryLock()) {
      return;
    }
    try {
      stores.campaigns().find(campaignId).ifPresent(this::follow);
    } finally {
      lock.unlock();
    }
  }

  private void follow(Campaign campaign) {
    boolean unchanged =
        switch (campaign.state()) {
          case PAUSED -> pauseAll(campaign);
          case RUNNING -> resumeAll(campaign) && retimeAll(campaign);
          case CANCELLED -> finishAll(campaign);
          default -> true;
        };
    if (unchanged) {
      stores.campaigns().followed(campaign);
    }
  }

  private boolean pauseAll(Campaign campaign) {
    EnrollmentFilter filter = EnrollmentFilter.ofCampaign(campaign.id());
    Step pause = (c, run) -> stores.transitions().pause(c, run, CAMPAIGN_PAUSED, null, CAMPAIGN);
    return each(campaign, filter.in(EnrollmentState.ACTIVE), pause)
        && each(campaign, filter.in(EnrollmentState.PENDING), pause);
  }

  private boolean resumeAll(Campaign campaign) {
    Resumption resumption = new Resumption(campaign, timelines(campaign));
    EnrollmentFilter filter =
        EnrollmentFilter.ofCampaign(campaign.id())
            .in(EnrollmentState.PAUSED)
            .because(CAMPAIGN_PAUSED);
    return each(campaign, filter, (c, run) -> resume(c, run, resumption));
  }

  /** Of each version that somebody waits in, read before the units. */
  private Map<Integer, Timeline> timelines(Campaign campaign) {
    Map<Integer, Timeline> timelines = new HashMap<>();
    for (Waiting waiting : stores.enrollments().waiting(List.of(campaign.id()))) {
      entries
          .timeline(campaign, waiting.version())
          .ifPresent(timeline -> timelines.put(waiting.version(), timeline));
    }
    return timelines;
  }

  private void resume(Connection c, Enrollment run, Resumption resumption) throws SQLException {
    Optional<Instant> missed = resumption.missed(run);
    Optional<Enrollment> now = Optional.of(run);
    // A step that the pause has swallowed counts as done when it was due, and so may the next.
    Optional<Timeline> timeline = resumption.timeline(run);
    while (missed.isPresent() && now.isPresent() && timeline.isPresent()) {
      stores.transitions().skip(c, now.get(), missed.get(), timeline.get(), CAMPAIGN);
      now = stores.enrollments().find(c, run.id());
      missed = now.flatMap(resumption::missed);
    }
    if (now.isPresent()) {
      stores.transitions().resume(c, now.get(), resumption.dueAt(now.get()), CAMPAIGN);
    }
  }

  /** After a change of windows, holidays or the zone (T19, V6). */
  private boolean retimeAll(Campaign campaign) {
    if (!stores.campaigns().isToRetime(campaign.id())) {
      return true;
    }
    Map<Integer, Timeline> timelines = timelines(campaign);
    EnrollmentFilter filter = EnrollmentFilter.ofCampaign(campaign.id());
    Step retime = (c, run) -> retime(c, run, campaign, timelines);
    boolean done =
        each(campaign, filter.in(EnrollmentState.PENDING), retime)
            && each(campaign, filter.in(EnrollmentState.ACTIVE), retime);
    if (done) {
      stores.campaigns().retimed(campaign);
    }
    return done;
  }

  private void retime(
      Connection c, Enrollment run, Campaign campaign, Map<Integer, Timeline> timelines)
      throws SQLException {
    Timeline timeline = timelines.get(run.place().version());
    if (timeline == null) {
      // Of a version that came up meanwhile, whose times are new.
      return;
    }
    Retiming retiming = new Retiming(campaign, timeline);
    Optional<Instant> due = retiming.dueAt(run, stores.clock().instant());
    if (due.isPresent()) {
      stores.transitions().retime(c, run, due.get(), retiming.zone(run));
    }
  }

  private boolean finishAll(Campaign campaign) {
    Step finish =
        (c, run) -> stores.transitions().finish(c, run, EndReason.CAMPAIGN_ENDED, CAMPAIGN);
    return EnrollmentState.OPEN.stream()
        .allMatch(
            state -> each(campaign, EnrollmentFilter.ofCampaign(campaign.id()).in(state), finish));
  }

  /** Answers false when the campaign got another state on the way, or the app goes. */
  private boolean each(Campaign campaign, EnrollmentFilter filter, Step step) {
    long last = 0;
    List<Enrollment> slice = stores.enrollments().after(filter, last, SLICE);
    while (!slice.isEmpty()) {
      if (stores.sql().isClosing() || !isStill(campaign, campaign.state())) {
        return false;
      }
      List<Enrollment> runs = slice;
      stores
          .sql()
          .write(
              c -> {
                for (Enrollment run : runs) {
                  step.take(c, run);
                }
                return runs.size();
              });
      last = runs.get(runs.size() - 1).id();
      slice = stores.enrollments().after(filter, last, SLICE);
    }
    return true;
  }

  private boolean isStill(Campaign campaign, CampaignState state) {
    return stores.campaigns().find(campaign.id()).filter(c -> c.state() == state).isPresent();
  }

  /** What is done to one run. */
  @FunctionalInterface
  private interface Step {

    void take(Connection c, Enrollment run) throws SQLException;
  }
}
