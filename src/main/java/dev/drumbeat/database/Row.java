package dev.drumbeat.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row that a {@link TableSql} has just read; columns go by their names. */
public final class Row {

  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  /** A text that is always there. */
  public String text(String column) throws SQLException {
    return there(column, textOrNull(column));
  }

  /** A text. */
  public @Nullable String textOrNull(String column) throws SQLException {
    return results.getString(column);
  }

  /** A number that is always there. */
  public long number(String column) throws SQLException {
    return there(column, numberOrNull(column));
  }

  /** A number. */
  public @Nullable Long numberOrNull(String column) throws SQLException {
    long number = results.getLong(column);
    return results.wasNull() ? null : Long.valueOf(number);
  }

  /** A yes or no that is always there. */
  public boolean flag(String column) throws SQLException {
    return results.getBoolean(column);
  }

  /** A moment that is always there. */
  public Instant moment(String column) throws SQLException {
    return Instant.ofEpochMilli(number(column));
  }

  /** A moment, kept in epoch milliseconds. */
  public @Nullable Instant momentOrNull(String column) throws SQLException {
    Long millis = numberOrNull(column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static <A> A there(String column, @Nullable A value) throws SQLException {
    if (value == null) {
      throw new SQLException("no value in " + column);
    }
    return value;
  }
}
