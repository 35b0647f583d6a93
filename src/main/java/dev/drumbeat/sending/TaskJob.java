package dev.drumbeat.sending;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobRunnerKey;
import dev.drumbeat.log.Fault;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks each minute at open tasks, some minutes after they were looked at last. */
public final class TaskJob implements JobRunner {

  public static final JobRunnerKey KEY = JobRunnerKey.of("drumbeat.tasks");
  public static final Duration INTERVAL = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(TaskJob.class);

  private final TaskWatch watch;

  public TaskJob(TaskWatch watch) {
    this.watch = watch;
  }

  @Override
  public JobRunnerResponse runJob(JobRunnerRequest request) {
    try {
      return JobRunnerResponse.success(watch.lookAtAll() + " open tasks were looked at");
    } catch (RuntimeException e) {
      LOG.error("Open tasks could not be looked at; the next run tries again", Fault.of(e));
      return JobRunnerResponse.failed(Fault.of(e));
    }
  }
}
