package dev.drumbeat.host.schedule;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import dev.drumbeat.host.plugin.PluginFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's scheduler: Quartz in memory with four threads, as Jira has. Intervals are rounded up
 * to whole minutes; a run never overlaps another run of the same job.
 */
public final class HostScheduler implements SchedulerService, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HostScheduler.class);

  private final InstantSource clock;
  private final Scheduler quartz;
  private final Map<JobRunnerKey, JobRunner> runners = new ConcurrentHashMap<>();
  private final Map<JobId, Scheduled> jobs = new ConcurrentHashMap<>();

  /** What is known of one job; the lock keeps its runs apart. */
  private static final class Scheduled {
    private final JobConfig config;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Instant lastRunAt;
    private volatile String lastOutcome = "";

    Scheduled(JobConfig config) {
      this.config = config;
    }
  }

  /** Runs are stamped with the given clock; when a job is due, the system's clock decides. */
  public HostScheduler(InstantSource clock) {
    this.clock = clock;
    try {
      Properties settings = new Properties();
      settings.put("org.quartz.scheduler.instanceName", "host-" + System.identityHashCode(this));
      settings.put("org.quartz.scheduler.skipUpdateCheck", "true");
      settings.put("org.quartz.threadPool.threadCount", "4");
      settings.put("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
      quartz = new StdSchedulerFactory(settings).getScheduler();
      quartz.setJobFactory(
          (fired, scheduler) -> context -> run(JobId.of(fired.getJobDetail().getKey().getName())));
      quartz.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void registerJobRunner(JobRunnerKey jobRunnerKey, JobRunner jobRunner) {
    runners.put(jobRunnerKey, jobRunner);
  }

  @Override
  public void unregisterJobRunner(JobRunnerKey jobRunnerKey) {
    runners.remove(jobRunnerKey);
  }

  @Override
  public void scheduleJob(JobId jobId, JobConfig jobConfig) throws SchedulerServiceException {
    try {
      unscheduleJob(jobId);
      jobs.put(jobId, new Scheduled(jobConfig));
      quartz.scheduleJob(
          JobBuilder.newJob(org.quartz.Job.class).withIdentity(key(jobId)).build(),
          Triggers.of(jobConfig.getSchedule()));
    } catch (SchedulerException | RuntimeException e) {
      jobs.remove(jobId);
      throw new SchedulerServiceException("cannot schedule " + jobId + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void unscheduleJob(JobId jobId) {
    try {
      jobs.remove(jobId);
      quartz.deleteJob(key(jobId));
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every scheduled job by name. */
  public List<JobState> jobs() {
    return jobs.keySet().stream().sorted().map(this::state).toList();
  }

  /** Runs a job now, on this thread, and answers how it ended. */
  public JobRunnerResponse run(JobId id) {
    Scheduled job = jobs.get(id);
    if (job == null) {
      throw new IllegalArgumentException("no job " + id + " is scheduled");
    }
    job.lock.lock();
    try {
      job.lastRunAt = clock.instant();
      JobRunnerResponse response = call(id, job.config);
      String message = response.getMessage() == null ? "" : " " + response.getMessage();
      job.lastOutcome = response.getRunOutcome() + message;
      return response;
    } finally {
      job.lock.unlock();
    }
  }

  private JobRunnerResponse call(JobId id, JobConfig config) {
    JobRunner runner = runners.get(config.getJobRunnerKey());
    if (runner == null) {
      return JobRunnerResponse.aborted("no runner " + config.getJobRunnerKey());
    }
    try {
      JobRunnerResponse response =
          runner.runJob(new Request(id, config, Date.from(clock.instant())));
      return response == null ? JobRunnerResponse.success() : response;
    } catch (Throwable e) {
      PluginFailure.passOnFatal(e);
      log.warn("job {} failed", id, e);
      return JobRunnerResponse.failed(e);
    }
  }

  private JobState state(JobId id) {
    Scheduled job = jobs.get(id);
    Date next = nextRunAt(id);
    return new JobState(
        id, job.config, next == null ? null : next.toInstant(), job.lastRunAt, job.lastOutcome);
  }

  private Date nextRunAt(JobId id) {
    try {
      return quartz.getTriggersOfJob(key(id)).stream()
          .map(Trigger::getNextFireTime)
          .findFirst()
          .orElse(null);
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JobKey key(JobId id) {
    return JobKey.jobKey(id.toString());
  }

  @Override
  public void close() {
    try {
      quartz.shutdown(true);
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Request(JobId id, JobConfig config, Date at) implements JobRunnerRequest {

    @Override
    public Date getStartTime() {
      return at;
    }

    @Override
    public JobId getJobId() {
      return id;
    }

    @Override
    public JobConfig getJobConfig() {
      return config;
    }

    @Override
    public boolean isCancellationRequested() {
      return false;
    }
  }
}
