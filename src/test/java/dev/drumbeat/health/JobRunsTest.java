package dev.drumbeat.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.scheduler.JobRunnerResponse;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.database.TableSpace;
import dev.drumbeat.host.time.HostClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRunsTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final JobPlan NUMBERS =
      new JobPlan("drumbeat.numbers", Duration.ofMinutes(1), false);
  private static final JobPlan SENDING =
      new JobPlan("drumbeat.sending", Duration.ofMinutes(1), true);

  private final HostClock clock = HostClock.standingAt(NINE);
  private final Database database = Databases.scratch();
  private final JobRuns runs = runsOn(null);

  private JobRuns runsOn(String node) {
    TableSpace.open(database, Table.NAMESPACE, List.of(JobRunRow.class));
    return new JobRuns(new Sql(new HostTransactions(database)), () -> node, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_run_is_noted_with_its_beginning_its_end_and_its_outcome() {
    run(runs, NUMBERS, JobRunnerResponse.success());

    JobRun run = runs.all().get(0);
    assertThat(run.job()).isEqualTo("drumbeat.numbers");
    assertThat(run.startedAt()).isEqualTo(NINE);
    assertThat(run.endedAt()).isEqualTo(NINE.plusSeconds(5));
    assertThat(run.result()).isEqualTo("success");
  }

  @Test
  void failures_in_a_row_are_counted_until_a_run_succeeds() {
    run(runs, NUMBERS, JobRunnerResponse.failed(new IllegalStateException()));
    run(runs, NUMBERS, JobRunnerResponse.failed(new IllegalStateException()));
    assertThat(runs.all()).extracting(JobRun::failures).containsExactly(2);

    run(runs, NUMBERS, JobRunnerResponse.success());
    assertThat(runs.all()).extracting(JobRun::failures).containsExactly(0);
  }

  @Test
  void a_runner_that_throws_has_failed() {
    assertThatThrownBy(
            () ->
                runs.noted(
                        NUMBERS,
                        request -> {
                          throw new IllegalStateException("broken");
                        })
                    .runJob(null))
        .hasMessage("broken");

    assertThat(runs.all()).extracting(JobRun::result).containsExactly("failed");
  }

  @Test
  void a_job_of_every_node_is_noted_for_each_of_them_and_a_job_of_the_cluster_once() {
    List.of(runsOn("a"), runsOn("b"))
        .forEach(
            node -> {
              run(node, SENDING, JobRunnerResponse.success());
              run(node, NUMBERS, JobRunnerResponse.success());
            });

    assertThat(runs.all())
        .extracting(run -> run.job() + " on " + run.node())
        .containsExactly("drumbeat.numbers on b", "drumbeat.sending on a", "drumbeat.sending on b");
  }

  @Test
  void the_work_is_done_also_when_the_database_is_gone() {
    database.close();

    run(runs, NUMBERS, JobRunnerResponse.success());

    assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(5));
  }

  private void run(JobRuns notes, JobPlan plan, JobRunnerResponse response) {
    notes
        .noted(
            plan,
            request -> {
              clock.advance(Duration.ofSeconds(5));
              return response;
            })
        .runJob(null);
  }
}
