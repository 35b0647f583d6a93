package dev.drumbeat.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A statement on one table that is written out, for what {@link Table} does not have. {@code {}}
 * stands for the table, {@code {@CAMPAIGN}} for that of another entity and {@code {NAME}} for a
 * column, all quoted as the database wants them. Only what all databases of the host understand,
 * and values are always bound.
 */
public final class TableSql {

  private static final Pattern NAME = Pattern.compile("\\{(@?)([A-Z0-9_]*)}");

  private final Table table;
  private final String text;

  private TableSql(Table table, String text) {
    this.table = table;
    this.text = text;
  }

  /** The statement of that text. */
  public static TableSql of(Table table, String text) {
    return new TableSql(table, text);
  }

  /** Changes rows and answers how many there were. */
  public int change(Connection connection, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(quoted(connection))) {
      Values.bind(statement, Arrays.asList(values));
      return statement.executeUpdate();
    }
  }

  /** Does the same once for each list of values, in one batch; answers how many rows changed. */
  public int changeAll(Connection connection, List<List<@Nullable Object>> all)
      throws SQLException {
    if (all.isEmpty()) {
      return 0;
    }
    try (PreparedStatement statement = connection.prepareStatement(quoted(connection))) {
      for (List<@Nullable Object> values : all) {
        Values.bind(statement, values);
        statement.addBatch();
      }
      // A driver may answer "some" instead of a number; each list here changes one row at most.
      return IntStream.of(statement.executeBatch()).map(n -> n < 0 ? 1 : n).sum();
    }
  }

  /** All rows of a select. */
  public <A> List<A> read(Connection connection, RowReader<A> reader, @Nullable Object... values)
      throws SQLException {
    return read(connection, quoted(connection), reader, Arrays.asList(values));
  }

  /** Some rows of a select, which must end with its ORDER BY. */
  public <A> List<A> page(
      Connection connection,
      int startAt,
      int maxResults,
      RowReader<A> reader,
      @Nullable Object... values)
      throws SQLException {
    String paged = quoted(connection) + page(connection, startAt, maxResults);
    return read(connection, paged, reader, Arrays.asList(values));
  }

  /**
   * The first row of each of so many selects, all of this text and one statement. The text must end
   * with its ORDER BY; the values are those of one select after the other.
   */
  public <A> List<A> firsts(
      Connection connection, int selects, RowReader<A> reader, @Nullable Object... values)
      throws SQLException {
    String first = quoted(connection) + page(connection, 0, 1);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < selects; i++) {
      parts.add("SELECT * FROM (%s) T%d".formatted(first, i));
    }
    return read(connection, String.join(" UNION ALL ", parts), reader, Arrays.asList(values));
  }

  private static String page(Connection connection, int startAt, int maxResults)
      throws SQLException {
    boolean mySql =
        connection.getMetaData().getDatabaseProductName().regionMatches(true, 0, "MySQL", 0, 5);
    String page = mySql ? " LIMIT %2$d OFFSET %1$d" : " OFFSET %d ROWS FETCH NEXT %d ROWS ONLY";
    return page.formatted(startAt, maxResults);
  }

  private static <A> List<A> read(
      Connection connection, String sql, RowReader<A> reader, List<@Nullable Object> values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      try (ResultSet results = statement.executeQuery()) {
        List<A> rows = new ArrayList<>();
        Row row = new Row(results);
        while (results.next()) {
          add(rows, reader, row);
        }
        return rows;
      }
    }
  }

  /** One row of a newer version must not keep the others from being read. */
  private static <A> void add(List<A> rows, RowReader<A> reader, Row row) throws SQLException {
    try {
      rows.add(reader.read(row));
    } catch (UnknownWord e) {
      Words.leftOut(e);
    }
  }

  private String quoted(Connection connection) throws SQLException {
    Quoting quoting = Quoting.of(connection);
    return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(quoted(quoting, found)));
  }

  private String quoted(Quoting quoting, MatchResult found) {
    String name = found.group(2);
    if (!found.group(1).isEmpty()) {
      return quoting.table(Table.of(name).toString());
    }
    return name.isEmpty() ? quoting.table(table.toString()) : quoting.column(name);
  }
}
