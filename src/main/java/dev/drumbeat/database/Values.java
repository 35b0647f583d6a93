package dev.drumbeat.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds values to the question marks of a statement, in the way that all databases take. */
final class Values {

  private Values() {}

  /** Binds them in order, from the first question mark on. */
  static void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
    int place = 1;
    for (Object value : values) {
      statement.setObject(place++, value instanceof String text ? kept(text) : value);
    }
  }

  /** Mail may hold the character U+0000, which PostgreSQL refuses and nobody sees. */
  private static String kept(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }
}
