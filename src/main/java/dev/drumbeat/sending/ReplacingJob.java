package dev.drumbeat.sending;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobRunnerKey;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Looks each minute for sequences that were changed, and works on a thread of ours. */
public final class ReplacingJob implements JobRunner {

  public static final JobRunnerKey KEY = JobRunnerKey.of("drumbeat.sequences");
  public static final Duration INTERVAL = Duration.ofMinutes(1);

  private final Replacing replacing;
  private final ClusterLockService locks;
  private final Executor pool;

  public ReplacingJob(Replacing replacing, ClusterLockService locks, Executor pool) {
    this.replacing = replacing;
    this.locks = locks;
    this.pool = pool;
  }

  @Override
  public JobRunnerResponse runJob(JobRunnerRequest request) {
    pool.execute(this::run);
    return JobRunnerResponse.success();
  }

  private void run() {
    // Of the thread that works, since locks belong to threads.
    ClusterLock lock = locks.getLockForName("drumbeat.replacing");
    if (lock.tryLock()) {
      try {
        replacing.run();
      } finally {
        lock.unlock();
      }
    }
  }
}
