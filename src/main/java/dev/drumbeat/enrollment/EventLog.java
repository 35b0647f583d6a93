package dev.drumbeat.enrollment;

import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.database.Words;
import dev.drumbeat.mail.ReasonText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The only class that touches the table of events; an event is part of the unit that it tells of.
 */
public final class EventLog {

  private static final Table TABLE = Table.of(EventRow.TABLE);
  private static final TableSql NEWEST =
      TableSql.of(TABLE, "SELECT * FROM {} WHERE {TYPE} = ? ORDER BY {TYPE} DESC, {AT} DESC");
  private static final TableSql SINCE =
      TableSql.of(TABLE, "SELECT COUNT(*) AS {AMOUNT} FROM {} WHERE {TYPE} = ? AND {AT} >= ?");

  private final Sql sql;
  private final InstantSource clock;

  public EventLog(Sql sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Notes that it happened now. */
  public void append(Connection c, NewEvent event) throws SQLException {
    appendAll(c, List.of(event));
  }

  /** Notes that all of it happened now, in that order. */
  public void appendAll(Connection c, List<NewEvent> events) throws SQLException {
    long now = clock.millis();
    TABLE.insertAll(c, events.stream().map(event -> columns(event, now)).toList());
  }

  /** Events in the order in which they happened. */
  public List<Event> page(EventFilter filter, int startAt, int maxResults) {
    TableSql select =
        TableSql.of(TABLE, "SELECT * FROM {}" + filter.where().alone() + " ORDER BY {ID}");
    return sql.read(
        c -> select.page(c, startAt, maxResults, EventLog::event, filter.where().values()));
  }

  /** The last events of those kinds in the runs of a lead, the last first. */
  public List<Event> last(Collection<Long> runs, Collection<EventType> kinds, int most) {
    if (runs.isEmpty() || kinds.isEmpty()) {
      return List.of();
    }
    TableSql select =
        TableSql.of(
            TABLE,
            "SELECT * FROM {} WHERE {ENROLLMENT_ID} IN (%s) AND {TYPE} IN (%s)"
                    .formatted(marks(runs), marks(kinds))
                + " ORDER BY {AT} DESC, {ID} DESC");
    List<Object> values = new ArrayList<>(runs);
    kinds.forEach(kind -> values.add(kind.name()));
    return sql.read(c -> select.page(c, 0, most, EventLog::event, values.toArray()));
  }

  private static String marks(Collection<?> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  /** Events, the last first. */
  public List<Event> latest(EventFilter filter, int startAt, int maxResults) {
    TableSql select =
        TableSql.of(TABLE, "SELECT * FROM {}" + filter.where().alone() + " ORDER BY {ID} DESC");
    return sql.read(
        c -> select.page(c, startAt, maxResults, EventLog::event, filter.where().values()));
  }

  /** How many there are. */
  public int count(EventFilter filter) {
    TableSql count =
        TableSql.of(TABLE, "SELECT COUNT(*) AS {AMOUNT} FROM {}" + filter.where().alone());
    return sql.read(
        c ->
            count
                .read(c, row -> Math.toIntExact(row.number("AMOUNT")), filter.where().values())
                .get(0));
  }

  /** How many of that kind happened from then on. */
  public int countSince(EventType type, Instant since) {
    return sql.read(
        c ->
            SINCE
                .read(
                    c,
                    row -> Math.toIntExact(row.number("AMOUNT")),
                    type.name(),
                    since.toEpochMilli())
                .get(0));
  }

  /** The last events of that kind, the last first. */
  public List<Event> newest(EventType type, int most) {
    return sql.read(c -> NEWEST.page(c, 0, most, EventLog::event, type.name()));
  }

  private static Columns columns(NewEvent event, long now) {
    return Columns.of("AT", now)
        .and("TYPE", event.type().name())
        .and("CAMPAIGN_ID", event.campaignId())
        .and("ENROLLMENT_ID", event.enrollmentId())
        .and("SEND_ID", event.cause().sendId())
        .and("ISSUE_ID", event.issueId())
        .and("ACTOR", event.cause().who())
        .and("BEFORE_STATE", event.before())
        .and("AFTER_STATE", event.after())
        .and("DETAIL", EnrollmentRows.text(event.detail()));
  }

  private static Event event(Row row) throws SQLException {
    String detail = row.textOrNull("DETAIL");
    return new Event(
        row.number("ID"),
        row.moment("AT"),
        Words.of(EventType.class, row.text("TYPE")),
        row.number("CAMPAIGN_ID"),
        row.numberOrNull("ENROLLMENT_ID"),
        row.numberOrNull("SEND_ID"),
        row.numberOrNull("ISSUE_ID"),
        row.text("ACTOR"),
        row.textOrNull("BEFORE_STATE"),
        row.textOrNull("AFTER_STATE"),
        detail == null ? null : ReasonText.read(detail));
  }
}
