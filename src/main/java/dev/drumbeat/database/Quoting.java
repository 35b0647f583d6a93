package dev.drumbeat.database;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Writes names the way the database of a connection wants them. */
record Quoting(String quote, @Nullable String schema) {

  /** By the address of the database. Asked anew, the schema would cost each statement a journey. */
  private static final Map<String, Quoting> KNOWN = new ConcurrentHashMap<>();

  /** As the database of that connection wants it, which is the same for all of its connections. */
  static Quoting of(Connection connection) throws SQLException {
    String address = connection.getMetaData().getURL();
    Quoting known = address == null ? null : KNOWN.get(address);
    if (known != null) {
      return known;
    }
    Quoting asked = asked(connection);
    if (address != null) {
      KNOWN.put(address, asked);
    }
    return asked;
  }

  private static Quoting asked(Connection connection) throws SQLException {
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
