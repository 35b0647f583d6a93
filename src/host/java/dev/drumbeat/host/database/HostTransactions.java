package dev.drumbeat.host.database;

import com.atlassian.sal.api.rdbms.ConnectionCallback;
import com.atlassian.sal.api.rdbms.TransactionalExecutor;
import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Plain SQL for apps, each unit on a connection of its own: commits on return, rolls back on any
 * exception. It never joins another unit, which Jira allows and apps must stand.
 */
public final class HostTransactions implements TransactionalExecutorFactory {

  private static final Set<String> REFUSED =
      Set.of("commit", "rollback", "setAutoCommit", "close", "abort");

  private final Database database;

  public HostTransactions(Database database) {
    this.database = database;
  }

  @Override
  public TransactionalExecutor createExecutor(boolean readOnly, boolean requiresNew) {
    return new TransactionalExecutor() {
      @Override
      public <A> A execute(ConnectionCallback<A> callback) {
        return run(callback, readOnly);
      }
    };
  }

  private <A> A run(ConnectionCallback<A> callback, boolean readOnly) {
    try (Connection connection = connection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(readOnly);
      AtomicBoolean over = new AtomicBoolean();
      try {
        A result = callback.execute(guarded(connection, over));
        connection.commit();
        return result;
      } catch (RuntimeException | Error e) {
        connection.rollback();
        throw e;
      } finally {
        over.set(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused: " + e.getMessage(), e);
    }
  }

  /** Opened with the host's context class loader: a driver may start threads. */
  private Connection connection() throws SQLException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(HostTransactions.class.getClassLoader());
    try {
      return database.dataSource().getConnection();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Connection guarded(Connection connection, AtomicBoolean over) {
    return (Connection)
        Proxy.newProxyInstance(
            HostTransactions.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (over.get() || REFUSED.contains(method.getName())) {
                throw new UnsupportedOperationException(
                    over.get() ? "the connection is dead after the callback" : method.getName());
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
