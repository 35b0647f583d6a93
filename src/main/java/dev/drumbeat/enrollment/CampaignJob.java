package dev.drumbeat.enrollment;

import static dev.drumbeat.campaign.CampaignState.CANCELLED;
import static dev.drumbeat.campaign.CampaignState.PAUSED;
import static dev.drumbeat.campaign.CampaignState.RUNNING;
import static dev.drumbeat.campaign.CampaignState.SCHEDULED;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobRunnerKey;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.People;
import dev.drumbeat.campaign.Admission;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.Campaign.Pause;
import dev.drumbeat.log.Fault;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps campaigns moving, once for the cluster: starts those whose time has come, goes on with
 * launches that a crash cut short, lets leads follow their campaign and return from their pauses,
 * and completes what is through. Each step finds its work in the tables, so nothing is lost between
 * runs.
 */
public final class CampaignJob implements JobRunner {

  public static final JobRunnerKey KEY = JobRunnerKey.of("drumbeat.campaigns");
  public static final Duration INTERVAL = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(CampaignJob.class);
  private static final Cause JOB = Cause.app("campaign");
  private static final int RETURNS = 1_000;

  private final Stores stores;
  private final Launch launch;
  private final CampaignControl control;
  private final People people;

  public CampaignJob(Stores stores, Launch launch, CampaignControl control, People people) {
    this.stores = stores;
    this.launch = launch;
    this.control = control;
    this.people = people;
  }

  @Override
  public JobRunnerResponse runJob(JobRunnerRequest request) {
    try {
      each(stores.campaigns().inState(SCHEDULED), this::startWhenDue);
      each(stores.campaigns().inState(RUNNING), this::keepRunning);
      each(stores.campaigns().inState(PAUSED), control::follow);
      each(stores.campaigns().unfollowed(CANCELLED), control::follow);
      return JobRunnerResponse.success(endPauses() + " leads returned from their pauses");
    } catch (RuntimeException e) {
      LOG.error("The campaigns could not be looked after; the next run tries again", Fault.of(e));
      return JobRunnerResponse.failed(Fault.of(e));
    }
  }

  /** One campaign that fails must not keep the others from it. */
  private static void each(List<Campaign> campaigns, Consumer<Campaign> work) {
    for (Campaign campaign : campaigns) {
      try {
        work.accept(campaign);
      } catch (RuntimeException e) {
        LOG.error(
            "{}: it could not be looked after; the next run tries again",
            campaign.about(),
            Fault.of(e));
      }
    }
  }

  private void startWhenDue(Campaign campaign) {
    Instant at = campaign.plan().scheduledAt();
    if (at != null && at.isAfter(stores.clock().instant())) {
      return;
    }
    if (at != null && isStale(campaign, at)) {
      Reason why = Reason.of("drumbeat.campaign.overdue", at.toString());
      control.pause(campaign, why, JOB);
      return;
    }
    try {
      launch.start(campaign, Cause.app("schedule"));
    } catch (Refusal e) {
      control.pause(campaign, LaunchRun.reason(e), JOB);
    }
  }

  /** Nobody was there to start it, and nobody has said since that it is still wanted (T20). */
  private boolean isStale(Campaign campaign, Instant at) {
    Instant latest = at.plus(campaign.plan().kind().staleness());
    Pause pause = campaign.pause();
    Instant resumedAt = pause == null ? null : pause.resumedAt();
    boolean wanted = resumedAt != null && resumedAt.isAfter(latest);
    return stores.clock().instant().isAfter(latest) && !wanted;
  }

  private void keepRunning(Campaign campaign) {
    if (!people.isActive(campaign.ownerKey())) {
      control.pause(campaign, Reason.of("drumbeat.campaign.owner-inactive"), JOB);
    } else if (campaign.admission().isOpen()) {
      launch.goOn(campaign);
    } else if (campaign.nextLook().isPresent() && !isTooLateToLook(campaign)) {
      lookAgain(campaign);
    } else if (!campaign.alwaysOn() && !stores.enrollments().isAnyOpen(campaign.id())) {
      control.complete(campaign);
    }
    control.follow(campaign);
  }

  /** A look long after the end would take in who was not there by then. */
  private boolean isTooLateToLook(Campaign campaign) {
    AudienceRule rule = campaign.plan().audience();
    Instant end = rule == null ? null : rule.until();
    return end != null && stores.clock().instant().isAfter(end.plus(Admission.REST));
  }

  /** A campaign with a live audience goes on though nobody is in it at the moment (E2). */
  private void lookAgain(Campaign campaign) {
    Instant now = stores.clock().instant();
    boolean isTime = campaign.nextLook().filter(next -> !next.isAfter(now)).isPresent();
    if (isTime && stores.campaigns().reopenAdmission(campaign.id(), now)) {
      launch.goOn(campaign);
    }
  }

  private int endPauses() {
    Instant now = stores.clock().instant();
    int returned = 0;
    for (Enrollment run : stores.enrollments().waited(now, RETURNS)) {
      returned += endPause(run, now) ? 1 : 0;
    }
    return returned;
  }

  private boolean endPause(Enrollment run, Instant now) {
    try {
      Instant due = run.place().dueAt();
      return stores.transitions().resume(run, due == null || due.isBefore(now) ? now : due, JOB);
    } catch (RuntimeException e) {
      LOG.error(
          "{}: the pause could not be ended; the next run tries again", run.about(), Fault.of(e));
      return false;
    }
  }
}
