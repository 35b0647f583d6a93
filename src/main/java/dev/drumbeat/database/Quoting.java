package dev.drumbeat.database;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes names the way the database of a connection wants them. */
record Quoting(String quote, @Nullable String schema) {

  static Quoting of(Connection connection) throws SQLException {
    return new Quoting(
        connection.getMetaData().getIdentifierQuoteString().strip(), connection.getSchema());
  }

  String column(String name) {
    return quote + name + quote;
  }

  /** Qualified by the schema where there is one. */
  String table(String name) {
    return schema == null || schema.isEmpty() ? column(name) : column(schema) + "." + column(name);
  }

  /** {@code "A" = ?, "B" = ?} */
  String pairs(List<String> names, String between) {
    return names.stream().map(n -> column(n) + " = ?").collect(joining(between));
  }
}
