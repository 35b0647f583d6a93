package dev.drumbeat.sending;

import dev.drumbeat.audience.TaskIssue;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.database.Words;
import dev.drumbeat.enrollment.Enrollment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The only class that touches the table of tasks. The row of a task exists before its issue is
 * made, and one engine at a time makes it. What takes a connection belongs to the caller's unit.
 */
final class TaskStore {

  /** Longer than the making of an issue ever takes. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private static final Table TABLE = Table.of(TaskRow.TABLE);
  private static final TableSql BY_KEY =
      TableSql.of(TABLE, "SELECT * FROM {} WHERE {TASK_KEY} = ?");
  private static final TableSql BY_ISSUE =
      TableSql.of(TABLE, "SELECT * FROM {} WHERE {ISSUE_ID} = ? AND {STATE} = 'OPEN'");
  private static final TableSql TAKE_OVER =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {NODE} = ?, {HOLDER} = ?, {LEASE_UNTIL} = ?"
              + " WHERE {ID} = ? AND {STATE} = 'MAKING'"
              + " AND ({LEASE_UNTIL} < ? OR ({NODE} = ? AND {HOLDER} <> ?))");
  private static final TableSql LOOK_AT =
      TableSql.of(
          TABLE,
          "SELECT * FROM {} WHERE {STATE} = 'OPEN' AND {LOOKED_AT} <= ?"
              + " ORDER BY {STATE}, {LOOKED_AT}");

  private final Sql sql;
  private final InstantSource clock;

  TaskStore(Sql sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** The task of the step that a run is at, if it ever made one. */
  Optional<OpenTask> of(Enrollment run) {
    return sql.read(c -> byKey(c, run));
  }

  private static Optional<OpenTask> byKey(Connection c, Enrollment run) throws SQLException {
    return BY_KEY.read(c, TaskStore::task, Sends.key(run)).stream().findFirst();
  }

  /** The open task that an issue was made for. */
  List<OpenTask> ofIssue(long issueId) {
    return sql.read(c -> BY_ISSUE.read(c, TaskStore::task, issueId));
  }

  /** Open tasks that nobody has looked at since, the longest ago first. */
  List<OpenTask> lookedAtBefore(Instant since, int limit) {
    return sql.read(c -> LOOK_AT.page(c, 0, limit, TaskStore::task, since.toEpochMilli()));
  }

  /** Notes who makes the task of a run's step; empty when another engine does. */
  Optional<TaskClaim> claim(Enrollment run, String summary, boolean held, Holder holder) {
    try {
      return sql.write(c -> claim(c, run, summary, held, holder));
    } catch (SqlFailure e) {
      if (e.isDuplicate()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<TaskClaim> claim(
      Connection c, Enrollment run, String summary, boolean held, Holder holder)
      throws SQLException {
    Optional<OpenTask> before = byKey(c, run);
    if (before.isEmpty()) {
      TABLE.insert(c, row(run, summary, held, holder));
      return byKey(c, run).map(task -> new TaskClaim(task, false));
    }
    long now = holder.leases().millis();
    int taken =
        TAKE_OVER.change(
            c,
            holder.node(),
            holder.engine(),
            now + LEASE.toMillis(),
            before.get().id(),
            now,
            holder.node(),
            holder.engine());
    return taken == 1 ? Optional.of(new TaskClaim(before.get(), true)) : Optional.empty();
  }

  private Columns row(Enrollment run, String summary, boolean held, Holder holder) {
    return Columns.of("TASK_KEY", Sends.key(run))
        .and("ENROLLMENT_ID", run.id())
        .and("CAMPAIGN_ID", run.campaignId())
        .and("STEP_ID", run.place().stepId())
        .and("STATE", TaskState.MAKING.name())
        .and("HELD", held)
        .and("SUMMARY", summary)
        .and("NODE", holder.node())
        .and("HOLDER", holder.engine())
        .and("LEASE_UNTIL", holder.leases().millis() + LEASE.toMillis())
        .and("CREATED_AT", clock.millis());
  }

  /** Forgets a task whose issue the host did not want; another attempt begins anew. */
  void giveUp(OpenTask task, Holder holder) {
    Columns mine =
        Columns.of("ID", task.id())
            .and("STATE", TaskState.MAKING.name())
            .and("HOLDER", holder.engine());
    sql.write(c -> TABLE.delete(c, mine));
  }

  /** Notes the issue that was made; false when another engine went on with it. */
  boolean open(Connection c, OpenTask task, TaskIssue issue, Holder holder) throws SQLException {
    Columns change =
        Columns.of("STATE", TaskState.OPEN.name())
            .and("ISSUE_ID", issue.id())
            .and("ISSUE_KEY", issue.key())
            .and("LEASE_UNTIL", null)
            .and("LOOKED_AT", clock.millis());
    Columns mine =
        Columns.of("ID", task.id())
            .and("STATE", TaskState.MAKING.name())
            .and("HOLDER", holder.engine());
    return TABLE.update(c, change, mine) == 1;
  }

  /** Ends an open task; false when somebody else did. */
  boolean end(Connection c, OpenTask task, TaskState to, Instant at) throws SQLException {
    Columns change = Columns.of("STATE", to.name()).and("ENDED_AT", at.toEpochMilli());
    Columns open = Columns.of("ID", task.id()).and("STATE", TaskState.OPEN.name());
    return TABLE.update(c, change, open) == 1;
  }

  /** Notes that its issue was looked at. */
  void lookedAt(OpenTask task) {
    Columns change = Columns.of("LOOKED_AT", clock.millis());
    sql.write(c -> TABLE.update(c, change, Columns.of("ID", task.id())));
  }

  private static OpenTask task(Row row) throws SQLException {
    return new OpenTask(
        row.number("ID"),
        row.number("ENROLLMENT_ID"),
        row.number("CAMPAIGN_ID"),
        row.number("STEP_ID"),
        Words.of(TaskState.class, row.text("STATE")),
        row.flag("HELD"),
        row.numberOrNull("ISSUE_ID"),
        row.textOrNull("ISSUE_KEY"),
        row.textOrNull("SUMMARY"),
        row.momentOrNull("ENDED_AT"),
        row.moment("CREATED_AT"));
  }
}
