package dev.drumbeat;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets runs of jobs come to their end before the app goes: taking a runner away does not wait for
 * it, and a class that a run needs after that cannot be loaded any more.
 */
final class RunsUnderWay {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Logger LOG = LoggerFactory.getLogger(RunsUnderWay.class);

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile boolean stopping;

  /** The runner, asked to hurry when the app stops and not begun after that. */
  JobRunner attended(JobRunner runner) {
    Lock run = lock.readLock();
    return request -> {
      if (stopping || !run.tryLock()) {
        return JobRunnerResponse.aborted("the app is stopping");
      }
      try {
        return runner.runJob(new Request(request));
      } finally {
        run.unlock();
      }
    };
  }

  /** Waits for those that have begun; others do not begin. */
  void end() {
    stopping = true;
    Lock none = lock.writeLock();
    try {
      if (none.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        none.unlock();
      } else {
        LOG.warn("A job is still running after {}; the app stops without it", PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A request that is also cancelled by the end of the app. */
  private final class Request implements JobRunnerRequest {

    private final JobRunnerRequest request;

    Request(JobRunnerRequest request) {
      this.request = request;
    }

    @Override
    public Date getStartTime() {
      return request.getStartTime();
    }

    @Override
    public JobId getJobId() {
      return request.getJobId();
    }

    @Override
    public JobConfig getJobConfig() {
      return request.getJobConfig();
    }

    @Override
    public boolean isCancellationRequested() {
      return stopping || request.isCancellationRequested();
    }
  }
}
