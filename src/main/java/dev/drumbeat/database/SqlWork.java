package dev.drumbeat.database;

import java.sql.Connection;
import java.sql.SQLException;

/** One unit of statements on a connection that is dead afterwards. */
@FunctionalInterface
public interface SqlWork<A> {

  A run(Connection connection) throws SQLException;
}
