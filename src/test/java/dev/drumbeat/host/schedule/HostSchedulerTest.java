package dev.drumbeat.host.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.Schedule;
import com.atlassian.scheduler.status.RunOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import org.junit.jupiter.api.Test;

class HostSchedulerTest {

  @Test
  void a_job_that_throws_an_error_has_failed() throws Exception {
    JobRunnerKey runner = JobRunnerKey.of("bad");
    JobId job = JobId.of("bad");
    Date tomorrow = new Date(System.currentTimeMillis() + Duration.ofDays(1).toMillis());
    try (HostScheduler scheduler = new HostScheduler(InstantSource.system())) {
      scheduler.registerJobRunner(
          runner,
          request -> {
            throw new AssertionError("no oil");
          });
      scheduler.scheduleJob(
          job,
          JobConfig.forJobRunnerKey(runner)
              .withSchedule(Schedule.forInterval(Duration.ofDays(1).toMillis(), tomorrow)));

      assertThat(scheduler.run(job).getRunOutcome()).isEqualTo(RunOutcome.FAILED);
      assertThat(scheduler.jobs().get(0).lastOutcome()).contains("no oil");
    }
  }
}
