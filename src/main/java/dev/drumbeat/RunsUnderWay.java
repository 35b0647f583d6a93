package dev.drumbeat;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets runs of jobs come to their end before the app goes: taking a runner away does not wait for
 * it, and a class that a run needs after that cannot be loaded any more.
 */
final class RunsUnderWay {

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

  /** Others do not begin, and those that have are asked to hurry. */
  void stop() {
    stopping = true;
  }

  /** Waits for those that have begun; false when one still runs after that time. */
  boolean await(Patience patience) {
    Lock none = lock.writeLock();
    try {
      if (none.tryLock(patience.left().toMillis(), TimeUnit.MILLISECONDS)) {
        none.unlock();
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
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
