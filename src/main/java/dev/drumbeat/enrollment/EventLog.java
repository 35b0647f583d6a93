package dev.drumbeat.enrollment;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Table;
import dev.drumbeat.mail.ReasonText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * The only class that touches the table of events; an event is part of the unit that it tells of.
 */
public final class EventLog {

  private static final Table TABLE = Table.of(EventRow.TABLE);

  private final ActiveObjects tables;
  private final InstantSource clock;

  public EventLog(ActiveObjects tables, InstantSource clock) {
    this.tables = tables;
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
    var query = filter.query().order("ID ASC").limit(maxResults).offset(startAt);
    return Stream.of(tables.find(EventRow.class, query)).map(EventLog::event).toList();
  }

  /** How many there are. */
  public int count(EventFilter filter) {
    return tables.count(EventRow.class, filter.query());
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

  private static Event event(EventRow row) {
    String detail = row.getDetail();
    return new Event(
        row.getId(),
        Instant.ofEpochMilli(row.getAt()),
        EventType.valueOf(row.getType()),
        row.getCampaignId(),
        row.getEnrollmentId(),
        row.getSendId(),
        row.getIssueId(),
        row.getActor(),
        row.getBeforeState(),
        row.getAfterState(),
        detail == null ? null : ReasonText.read(detail));
  }
}
