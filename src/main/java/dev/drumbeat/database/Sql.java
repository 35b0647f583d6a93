package dev.drumbeat.database;

import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Runs units of work on the host's database. A unit is never started inside another one: the host
 * may join them or not, so nothing here depends on nesting.
 */
public final class Sql {

  private final TransactionalExecutorFactory executors;
  private volatile boolean closing;

  public Sql(TransactionalExecutorFactory executors) {
    this.executors = executors;
  }

  /** Commits when the work returns; whatever it throws rolls everything back. */
  public <A> A write(SqlWork<A> work) {
    return run(work, false);
  }

  /** A unit that only reads. */
  public <A> A read(SqlWork<A> work) {
    return run(work, true);
  }

  /** Asks work of many units to end after the one that it is in, since the app goes. */
  public void beginToClose() {
    closing = true;
  }

  /** Whether no further unit of a longer work should begin. What was left is found by the next. */
  public boolean isClosing() {
    return closing;
  }

  private <A> A run(SqlWork<A> work, boolean readOnly) {
    // An executor keeps its settings, so each unit asks for its own.
    return executors.createExecutor(readOnly, true).execute(c -> unchecked(work, c));
  }

  private static <A> A unchecked(SqlWork<A> work, Connection connection) {
    try {
      return work.run(connection);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}
