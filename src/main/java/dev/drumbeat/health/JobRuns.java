package dev.drumbeat.health;

import com.atlassian.jira.cluster.ClusterInfo;
import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.status.RunOutcome;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.log.Fault;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes when each job ran and how that ended, for all nodes to see: the scheduler's own memory is
 * that of one node. A run is never kept from its work by that.
 */
public final class JobRuns {

  private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);
  private static final Table TABLE = Table.of(JobRunRow.TABLE);
  private static final int LONGEST_KEY = 120;

  private static final TableSql ALL =
      TableSql.of(TABLE, "SELECT * FROM {} ORDER BY {JOB}, {JOB_KEY}");
  private static final TableSql SUCCEEDED =
      TableSql.of(
          TABLE, "UPDATE {} SET {ENDED_AT} = ?, {OUTCOME} = ?, {FAILURES} = 0 WHERE {JOB_KEY} = ?");
  private static final TableSql FAILED =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {ENDED_AT} = ?, {OUTCOME} = ?, {FAILURES} = {FAILURES} + 1"
              + " WHERE {JOB_KEY} = ?");

  private final Sql sql;
  private final ClusterInfo cluster;
  private final InstantSource clock;

  public JobRuns(Sql sql, ClusterInfo cluster, InstantSource clock) {
    this.sql = sql;
    this.cluster = cluster;
    this.clock = clock;
  }

  /** The runner, noted when it begins and when it ends. */
  public JobRunner noted(JobPlan plan, JobRunner runner) {
    return request -> {
      note(plan, () -> begin(plan));
      RunOutcome outcome = RunOutcome.FAILED;
      try {
        JobRunnerResponse response = runner.runJob(request);
        outcome = response.getRunOutcome();
        return response;
      } finally {
        end(plan, outcome);
      }
    };
  }

  private void end(JobPlan plan, RunOutcome outcome) {
    TableSql change = outcome == RunOutcome.FAILED ? FAILED : SUCCEEDED;
    note(plan, () -> sql.write(c -> change.change(c, clock.millis(), outcome.name(), key(plan))));
  }

  private static void note(JobPlan plan, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      // The job itself says so louder if the database is gone.
      LOG.debug("The run of {} could not be noted", plan.job(), Fault.of(e));
    }
  }

  private void begin(JobPlan plan) {
    Columns change =
        Columns.of("STARTED_AT", clock.millis())
            .and("ENDED_AT", null)
            .and("OUTCOME", null)
            .and("NODE", cluster.getNodeId());
    Columns mine = Columns.of("JOB_KEY", key(plan));
    if (sql.write(c -> TABLE.update(c, change, mine)) == 0) {
      insert(change.and("JOB_KEY", key(plan)).and("JOB", plan.job()).and("FAILURES", 0));
    }
  }

  private void insert(Columns row) {
    try {
      sql.write(c -> TABLE.insert(c, row));
    } catch (SqlFailure e) {
      if (!e.isDuplicate()) {
        throw e;
      }
    }
  }

  private String key(JobPlan plan) {
    String node = cluster.getNodeId();
    if (!plan.onEveryNode() || node == null) {
      return plan.job();
    }
    String key = plan.job() + " " + node;
    return key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
  }

  /** The node that asks; null where there is only one. */
  @Nullable String node() {
    return cluster.getNodeId();
  }

  /** The last run of every job that ever ran. */
  List<JobRun> all() {
    return sql.read(c -> ALL.read(c, JobRuns::run));
  }

  private static JobRun run(Row row) throws SQLException {
    return new JobRun(
        row.text("JOB"),
        row.textOrNull("NODE"),
        row.moment("STARTED_AT"),
        row.momentOrNull("ENDED_AT"),
        row.textOrNull("OUTCOME"),
        Math.toIntExact(row.number("FAILURES")));
  }
}
