package dev.drumbeat;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import dev.drumbeat.health.JobPlan;
import java.time.Duration;

/** What runs again and again, how often, and whether on every node or once for the cluster. */
record Job(JobRunnerKey key, JobRunner runner, RunMode mode, Duration interval) {

  /** As its health is judged. */
  JobPlan plan() {
    return new JobPlan(key.toString(), interval, mode == RunMode.RUN_LOCALLY);
  }

  static Job oncePerCluster(JobRunnerKey key, JobRunner runner, Duration interval) {
    return new Job(key, runner, RunMode.RUN_ONCE_PER_CLUSTER, interval);
  }

  static Job onEveryNode(JobRunnerKey key, JobRunner runner, Duration interval) {
    return new Job(key, runner, RunMode.RUN_LOCALLY, interval);
  }
}
