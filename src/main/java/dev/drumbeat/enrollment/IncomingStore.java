package dev.drumbeat.enrollment;

import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The only class that touches the table of what happened outside. */
public final class IncomingStore {

  /** Of one name at one lead; what is older than that many is not looked at. */
  private static final int MOST = 100;

  private static final Table TABLE = Table.of(IncomingRow.TABLE);
  private static final TableSql BY_ID = TableSql.of(TABLE, "SELECT * FROM {} WHERE {ID} = ?");
  private static final TableSql OF_LEAD = since("{ADDRESS_KEY}");
  private static final TableSql OF_ISSUE = since("{ISSUE_ID}");

  private final Sql sql;

  public IncomingStore(Sql sql) {
    this.sql = sql;
  }

  private static TableSql since(String column) {
    return TableSql.of(
        TABLE,
        "SELECT * FROM {} WHERE "
            + column
            + " = ? AND {NAME_KEY} = ? AND {AT} >= ? ORDER BY "
            + column
            + " DESC, {NAME_KEY} DESC, {AT} DESC");
  }

  /** One by its id. */
  Optional<Incoming> find(long id) {
    return sql.read(c -> BY_ID.read(c, IncomingStore::incoming, id)).stream().findFirst();
  }

  /** Adds it and answers its id. */
  long insert(Connection c, Incoming told, @Nullable String addressKey) throws SQLException {
    return TABLE.insert(
        c,
        Columns.of("NAME", told.name())
            .and("NAME_KEY", key(told.name()))
            .and("ADDRESS_KEY", addressKey)
            .and("ADDRESS", told.address())
            .and("ISSUE_ID", told.issueId())
            .and("DATA", VariablesText.write(told.data()))
            .and("TOLD_BY", told.toldBy())
            .and("AT", told.at().toEpochMilli()));
  }

  /**
   * Whether that happened to the lead of a run, or to its issue, since the lead entered (T4).
   *
   * @param field what of the data is asked for; null is nothing
   * @param value what has to stand there
   */
  public boolean happened(
      Enrollment run, String name, @Nullable String field, @Nullable String value) {
    return sql.read(c -> of(c, run, name)).stream()
        .anyMatch(told -> field == null || Objects.equals(told.data().get(field), value));
  }

  private static List<Incoming> of(Connection c, Enrollment run, String name) throws SQLException {
    long since = run.createdAt().toEpochMilli();
    List<Incoming> told =
        new ArrayList<>(
            OF_LEAD.page(
                c, 0, MOST, IncomingStore::incoming, run.lead().addressKey(), key(name), since));
    Long issueId = run.lead().issueId();
    if (issueId != null) {
      told.addAll(OF_ISSUE.page(c, 0, MOST, IncomingStore::incoming, issueId, key(name), since));
    }
    return told;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Incoming incoming(Row row) throws SQLException {
    return new Incoming(
        row.number("ID"),
        row.text("NAME"),
        row.numberOrNull("ISSUE_ID"),
        row.textOrNull("ADDRESS"),
        VariablesText.read(row.textOrNull("DATA")),
        row.text("TOLD_BY"),
        row.moment("AT"));
  }
}
