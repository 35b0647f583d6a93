package dev.drumbeat.database;

import java.sql.SQLException;

/** Makes something of the row that was just read. */
@FunctionalInterface
public interface RowReader<A> {

  A read(Row row) throws SQLException;
}
