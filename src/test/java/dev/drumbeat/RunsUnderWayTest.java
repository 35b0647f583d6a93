package dev.drumbeat;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.status.RunOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class RunsUnderWayTest {

  private final RunsUnderWay runs = new RunsUnderWay();
  private final JobRunnerRequest request = Mockito.mock(JobRunnerRequest.class);

  @Test
  void the_end_waits_for_a_run_and_asks_it_to_hurry() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean done = new AtomicBoolean();
    JobRunner untilCancelled =
        runs.attended(
            asked -> {
              begun.countDown();
              while (!asked.isCancellationRequested()) {
                Thread.onSpinWait();
              }
              done.set(true);
              return JobRunnerResponse.success();
            });
    CompletableFuture<?> run = CompletableFuture.runAsync(() -> untilCancelled.runJob(request));
    begun.await(10, TimeUnit.SECONDS);

    runs.stop();

    assertThat(runs.await(Patience.of(Duration.ofSeconds(20)))).isTrue();
    assertThat(done).isTrue();
    run.get(10, TimeUnit.SECONDS);
  }

  @Test
  void nothing_begins_after_the_end() {
    JobRunner runner = runs.attended(asked -> JobRunnerResponse.success());
    assertThat(runner.runJob(request).getRunOutcome()).isEqualTo(RunOutcome.SUCCESS);

    runs.stop();

    assertThat(runner.runJob(request).getRunOutcome()).isEqualTo(RunOutcome.ABORTED);
  }
}
