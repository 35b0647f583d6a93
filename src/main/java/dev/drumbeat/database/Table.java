package dev.drumbeat.database;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table that Active Objects created, for statements it does not have: conditional changes with a
 * row count. All names are quoted, since Active Objects creates them in upper case and databases
 * fold unquoted names their own way.
 */
public final class Table {

  /** The namespace of the app's tables, as the descriptor says. */
  public static final String NAMESPACE = "dev.drumbeat";

  private final String name;

  private Table(String name) {
    this.name = name;
  }

  /** The table of an entity by the value of its {@code @Table}, upper case with underscores. */
  public static Table of(String entity) {
    return new Table("AO_" + hash() + "_" + entity);
  }

  /** Inserts one row and answers its generated {@code ID}. */
  public long insert(Connection connection, Columns row) throws SQLException {
    String sql = insertion(connection, row);
    try (PreparedStatement insert = connection.prepareStatement(sql, new String[] {"ID"})) {
      Values.bind(insert, row.values());
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  /** Inserts rows in one batch; all name the same columns in the same order. */
  public void insertAll(Connection connection, List<Columns> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(insertion(connection, rows.get(0)))) {
      for (Columns row : rows) {
        Values.bind(insert, row.values());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private String insertion(Connection connection, Columns row) throws SQLException {
    Quoting quoting = Quoting.of(connection);
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            quoting.table(name),
            row.names().stream().map(quoting::column).collect(joining(", ")),
            row.names().stream().map(n -> "?").collect(joining(", ")));
  }

  /** Changes the rows that match every condition and answers how many there were. */
  public int update(Connection connection, Columns change, Columns where) throws SQLException {
    Quoting quoting = Quoting.of(connection);
    String sql =
        "UPDATE %s SET %s WHERE %s"
            .formatted(
                quoting.table(name),
                quoting.pairs(change.names(), ", "),
                quoting.pairs(where.names(), " AND "));
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      Values.bind(update, both(change, where));
      return update.executeUpdate();
    }
  }

  /** Deletes the rows that match every condition and answers how many there were. */
  public int delete(Connection connection, Columns where) throws SQLException {
    Quoting quoting = Quoting.of(connection);
    String sql =
        "DELETE FROM %s WHERE %s"
            .formatted(quoting.table(name), quoting.pairs(where.names(), " AND "));
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      Values.bind(delete, where.values());
      return delete.executeUpdate();
    }
  }

  /** The name in the database, without quotes. */
  @Override
  public String toString() {
    return name;
  }

  private static List<@Nullable Object> both(Columns first, Columns then) {
    List<@Nullable Object> values = new ArrayList<>(first.values());
    values.addAll(then.values());
    return values;
  }

  private static String hash() {
    try {
      byte[] md5 =
          MessageDigest.getInstance("MD5").digest(NAMESPACE.getBytes(StandardCharsets.UTF_8));
      String hex = HexFormat.of().formatHex(md5);
      return hex.substring(hex.length() - 6).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
