package dev.drumbeat;

import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.Schedule;
import dev.drumbeat.health.JobPlan;
import dev.drumbeat.health.JobRuns;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/**
 * The app's jobs at the host's scheduler. Runners are registered on every node at each start; a
 * stopping node takes its runners away and leaves the schedule, which is the cluster's.
 */
final class Jobs {

  private static final Duration FIRST = Duration.ofMinutes(1);

  private final SchedulerService scheduler;
  private final InstantSource clock;
  private final List<Job> jobs;
  private final JobRuns notes;
  private final RunsUnderWay runs = new RunsUnderWay();

  Jobs(SchedulerService scheduler, InstantSource clock, List<Job> jobs, JobRuns notes) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.jobs = List.copyOf(jobs);
    this.notes = notes;
  }

  /** All of them, as their health is judged. */
  List<JobPlan> plans() {
    return jobs.stream().map(Job::plan).toList();
  }

  void start() {
    for (Job job : jobs) {
      scheduler.registerJobRunner(job.key(), runs.attended(notes.noted(job.plan(), job.runner())));
      try {
        scheduler.scheduleJob(JobId.of(job.key().toString()), config(job));
      } catch (SchedulerServiceException e) {
        throw new IllegalStateException("the scheduler refused " + job.key(), e);
      }
    }
  }

  void stop() {
    jobs.forEach(job -> scheduler.unregisterJobRunner(job.key()));
    runs.stop();
  }

  /** Waits for the runs that have begun; false when one is still under way after that time. */
  boolean await(Patience patience) {
    return runs.await(patience);
  }

  private JobConfig config(Job job) {
    Date first = Date.from(clock.instant().plus(FIRST));
    return JobConfig.forJobRunnerKey(job.key())
        .withRunMode(job.mode())
        .withSchedule(Schedule.forInterval(job.interval().toMillis(), first));
  }
}
