package dev.drumbeat.web;

import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The only class that touches the table of repeated requests. */
final class RepeatStore {

  private static final Duration KEPT = Duration.ofHours(24);

  /** A node that took longer than this has died over the request. */
  private static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

  private static final Table TABLE = Table.of(RepeatRow.TABLE);
  private static final TableSql FORGET_OLD =
      TableSql.of(
          TABLE,
          "DELETE FROM {} WHERE {CREATED_AT} < ? OR ({CREATED_AT} < ? AND {STATUS} IS NULL)");
  private static final TableSql BY_KEY =
      TableSql.of(TABLE, "SELECT * FROM {} WHERE {REQUEST_KEY} = ?");

  private final Sql sql;

  RepeatStore(Sql sql) {
    this.sql = sql;
  }

  /** Notes that the request is under way; answers the earlier one of the same key instead. */
  Optional<Repeat> begin(String key, String bodyHash, Instant now) {
    sql.write(
        c ->
            FORGET_OLD.change(
                c, now.minus(KEPT).toEpochMilli(), now.minus(LONGEST_REQUEST).toEpochMilli()));
    try {
      Columns row =
          Columns.of("REQUEST_KEY", key)
              .and("BODY_HASH", bodyHash)
              .and("CREATED_AT", now.toEpochMilli());
      sql.write(c -> TABLE.insert(c, row));
      return Optional.empty();
    } catch (SqlFailure e) {
      if (!e.isDuplicate()) {
        throw e;
      }
      return sql.read(c -> BY_KEY.read(c, RepeatStore::repeat, key)).stream().findFirst();
    }
  }

  /** Keeps the answer. */
  void end(String key, int status, @Nullable String location, @Nullable String answer) {
    Columns change = Columns.of("STATUS", status).and("LOCATION", location).and("ANSWER", answer);
    sql.write(c -> TABLE.update(c, change, Columns.of("REQUEST_KEY", key)));
  }

  /** Lets the request be made again: nothing came of it. */
  void forget(String key) {
    sql.write(c -> TABLE.delete(c, Columns.of("REQUEST_KEY", key)));
  }

  private static Repeat repeat(Row row) throws SQLException {
    Long status = row.numberOrNull("STATUS");
    return new Repeat(
        row.text("BODY_HASH"),
        status == null ? null : status.intValue(),
        row.textOrNull("LOCATION"),
        row.textOrNull("ANSWER"));
  }

  /** An earlier request and its answer; without a status it is still under way. */
  record Repeat(
      String bodyHash,
      @Nullable Integer status,
      @Nullable String location,
      @Nullable String answer) {}
}
