package dev.drumbeat;

import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import dev.drumbeat.mail.HealthJob;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;

/**
 * The app's jobs at the host's scheduler. Runners are registered on every node at each start; a
 * stopping node takes its runners away and leaves the schedule, which is the cluster's.
 */
final class Jobs {

  private static final Duration FIRST = Duration.ofMinutes(1);

  private final SchedulerService scheduler;
  private final InstantSource clock;
  private final HealthJob health;

  Jobs(SchedulerService scheduler, InstantSource clock, HealthJob health) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.health = health;
  }

  void start() {
    scheduler.registerJobRunner(HealthJob.KEY, health);
    try {
      scheduler.scheduleJob(JobId.of(HealthJob.KEY.toString()), everyQuarterOfAnHour());
    } catch (SchedulerServiceException e) {
      throw new IllegalStateException("the scheduler refused " + HealthJob.KEY, e);
    }
  }

  void stop() {
    scheduler.unregisterJobRunner(HealthJob.KEY);
  }

  private JobConfig everyQuarterOfAnHour() {
    Date first = Date.from(clock.instant().plus(FIRST));
    return JobConfig.forJobRunnerKey(HealthJob.KEY)
        .withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
        .withSchedule(Schedule.forInterval(HealthJob.INTERVAL.toMillis(), first));
  }
}
