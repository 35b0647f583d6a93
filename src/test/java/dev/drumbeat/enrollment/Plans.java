package dev.drumbeat.enrollment;

import com.atlassian.sal.api.rdbms.ConnectionCallback;
import com.atlassian.sal.api.rdbms.TransactionalExecutor;
import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks the database how it would answer each query, with its values, before it does. */
final class Plans implements TransactionalExecutorFactory {

  private final TransactionalExecutorFactory real;
  private final List<String> seen = new ArrayList<>();

  Plans(TransactionalExecutorFactory real) {
    this.real = real;
  }

  /** The plans of all queries so far. */
  List<String> seen() {
    return seen;
  }

  @Override
  public TransactionalExecutor createExecutor(boolean readOnly, boolean requiresNew) {
    TransactionalExecutor executor = real.createExecutor(readOnly, requiresNew);
    return new TransactionalExecutor() {
      @Override
      public <A> A execute(ConnectionCallback<A> callback) {
        return executor.execute(connection -> callback.execute(asking(connection)));
      }
    };
  }

  private Connection asking(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object answer = call(connection, method, arguments);
          return method.getName().equals("prepareStatement")
              ? asking(
                  (PreparedStatement) answer,
                  connection.prepareStatement("EXPLAIN " + arguments[0]))
              : answer;
        });
  }

  private PreparedStatement asking(PreparedStatement query, PreparedStatement explain) {
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          switch (method.getName()) {
            case "setObject", "close" -> call(explain, method, arguments);
            case "executeQuery" -> seen.add(plan(explain));
            default -> {}
          }
          return call(query, method, arguments);
        });
  }

  private static String plan(PreparedStatement explain) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (ResultSet lines = explain.executeQuery()) {
      while (lines.next()) {
        plan.append(lines.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <A> A proxy(Class<A> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            Plans.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> handler.call(method, arguments)));
  }

  /** What a call of the stand-in comes to. */
  @FunctionalInterface
  private interface Handler {

    Object call(Method method, Object[] arguments) throws Throwable;
  }
}
