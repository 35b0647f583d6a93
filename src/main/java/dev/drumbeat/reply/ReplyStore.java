package dev.drumbeat.reply;

import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The only class that touches the table of messages. What takes a connection belongs to the
 * caller's unit; the rest is a unit of its own.
 */
final class ReplyStore {

  private static final Table TABLE = Table.of(ReplyRow.TABLE);
  private static final TableSql BY_ID = TableSql.of(TABLE, "SELECT * FROM {} WHERE {ID} = ?");
  private static final TableSql UNFINISHED =
      TableSql.of(
          TABLE,
          "SELECT * FROM {} WHERE {ACCOUNT_ID} = ?"
              + " AND {STAGE} IN ('RECEIVED', 'APPLIED', 'COMMENTING') AND {ID} > ?"
              + " ORDER BY {ID}");

  private static final TableSql LAST_OF_LEAD =
      TableSql.of(
          TABLE, "SELECT * FROM {} WHERE {LEAD_KEY} = ? ORDER BY {RECEIVED_AT} DESC, {ID} DESC");

  private static final TableSql OF_RUN =
      TableSql.of(TABLE, "SELECT * FROM {} WHERE {ENROLLMENT_ID} = ? ORDER BY {ID}");

  private final Sql sql;

  ReplyStore(Sql sql) {
    this.sql = sql;
  }

  /** Keeps a message; empty when it is there already. */
  Optional<Reply> insert(NewReply reply, Instant now) {
    try {
      return sql.write(
          c -> {
            long id = TABLE.insert(c, ReplyRows.columns(reply, now));
            return BY_ID.read(c, ReplyRows::reply, id).stream().findFirst();
          });
    } catch (SqlFailure e) {
      if (e.isDuplicate()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  Optional<Reply> find(long id) {
    return sql.read(c -> BY_ID.read(c, ReplyRows::reply, id).stream().findFirst());
  }

  /** What an account's mailbox gave and nobody is done with, the oldest first. */
  List<Reply> unfinished(long accountId, long afterId, int limit) {
    return sql.read(c -> UNFINISHED.page(c, 0, limit, ReplyRows::reply, accountId, afterId));
  }

  /** Messages, the newest first. */
  List<Reply> page(ReplyFilter filter, int startAt, int maxResults) {
    TableSql select =
        TableSql.of(TABLE, "SELECT * FROM {}" + filter.where().alone() + " ORDER BY {ID} DESC");
    return sql.read(
        c -> select.page(c, startAt, maxResults, ReplyRows::reply, filter.where().values()));
  }

  /** The last messages of a lead, the last first. */
  List<Reply> last(String leadKey, int most) {
    return sql.read(c -> LAST_OF_LEAD.page(c, 0, most, ReplyRows::reply, leadKey));
  }

  /** How many there are. */
  int count(ReplyFilter filter) {
    TableSql count =
        TableSql.of(TABLE, "SELECT COUNT(*) AS {AMOUNT} FROM {}" + filter.where().alone());
    return sql.read(
        c ->
            count
                .read(c, row -> Math.toIntExact(row.number("AMOUNT")), filter.where().values())
                .get(0));
  }

  /** Goes one stage further; false when somebody else did. */
  boolean advance(Connection c, Reply read, Stage to, Instant now) throws SQLException {
    return TABLE.update(c, stage(to, now), at(read)) == 1;
  }

  /** The same in a unit of its own. */
  boolean advance(Reply read, Stage to, Instant now) {
    return sql.write(c -> advance(c, read, to, now));
  }

  /** Notes the comment on the issue, with which the message is done. */
  boolean commented(Reply read, long commentId, Instant now) {
    Columns change = stage(Stage.DONE, now).and("COMMENT_ID", commentId);
    return sql.write(c -> TABLE.update(c, change, at(read))) == 1;
  }

  private static Columns stage(Stage stage, Instant now) {
    return Columns.of("STAGE", stage.name()).and("UPDATED_AT", now.toEpochMilli());
  }

  private static Columns at(Reply read) {
    return Columns.of("ID", read.id()).and("STAGE", read.stage().name());
  }

  /** Whether a message of one of those kinds is surely about a run. */
  boolean hasSure(long enrollmentId, Set<ReplyKind> kinds) {
    return sql.read(c -> OF_RUN.read(c, ReplyRows::reply, enrollmentId)).stream()
        .anyMatch(r -> kinds.contains(r.kind()) && r.match().confidence().isSure());
  }

  /** Opens or closes a message; false when it is not at that version any more. */
  boolean changeState(Reply read, ReplyState to, Instant now) {
    Columns change =
        Columns.of("STATE", to.name())
            .and("VERSION", read.version() + 1)
            .and("UPDATED_AT", now.toEpochMilli());
    Columns unchanged = Columns.of("ID", read.id()).and("VERSION", read.version());
    return sql.write(c -> TABLE.update(c, change, unchanged)) == 1;
  }
}
