package dev.drumbeat.sending;

import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.database.Words;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.EventLog;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.enrollment.NewEvent;
import dev.drumbeat.request.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends as the rest of the app sees them, and what becomes of them from outside: a run that stops
 * takes its open sends with it (S6), mail that comes back proves what was unknown (X4). Each change
 * appends its event. What takes a connection belongs to the caller's unit.
 */
public final class SendStore {

  private static final Table TABLE = Table.of(SendRow.TABLE);
  private static final int CHUNK = 500;

  private static final TableSql BY_ID = TableSql.of(TABLE, "SELECT * FROM {} WHERE {ID} = ?");
  private static final TableSql OF_ENROLLMENT =
      TableSql.of(TABLE, "SELECT * FROM {} WHERE {ENROLLMENT_ID} = ? ORDER BY {ID}");
  private static final TableSql CANCEL =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {STATE} = 'CANCELLED', {REASON} = ?, {ENDED_AT} = ?, {UPDATED_AT} = ?,"
              + " {RETRY_AT} = NULL, {HOLDER} = NULL, {LEASE_UNTIL} = NULL"
              + " WHERE {ID} = ? AND {STATE} IN ('PLANNED', 'CLAIMED', 'DEFERRED')");
  private static final TableSql HOLD =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {UPDATED_AT} = {UPDATED_AT} WHERE {ENROLLMENT_ID} = ?"
              + " AND {STATE} IN ('PLANNED', 'CLAIMED', 'DEFERRED')");
  private static final TableSql PROVE =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {STATE} = 'SENT', {REASON} = ?, {ENDED_AT} = ?, {UPDATED_AT} = ?,"
              + " {HOLDER} = NULL, {LEASE_UNTIL} = NULL"
              + " WHERE {ID} = ? AND {STATE} = ?");
  private static final TableSql BOUNCE =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {STATE} = 'SENT', {REASON} = ?, {BOUNCED_AT} = ?,"
              + " {ENDED_AT} = COALESCE({ENDED_AT}, ?), {UPDATED_AT} = ?,"
              + " {HOLDER} = NULL, {LEASE_UNTIL} = NULL"
              + " WHERE {ID} = ? AND {BOUNCED_AT} IS NULL"
              + " AND {STATE} = ?");

  private static final TableSql TO_LEAD =
      TableSql.of(
          TABLE,
          "SELECT * FROM {} WHERE {ADDRESS_KEY} = ? AND {HANDED_OVER_AT} <= ?"
              + " ORDER BY {ADDRESS_KEY} DESC, {HANDED_OVER_AT} DESC");

  private static final String HANDED_OVER =
      "SELECT {ACCOUNT_ID}, COUNT(*) AS {AMOUNT} FROM {} WHERE {ACCOUNT_ID} IN (%s)"
          + " AND {HANDED_OVER_AT} >= ? GROUP BY {ACCOUNT_ID}";

  private static final int LAST = 50;

  private final Sql sql;
  private final EventLog events;
  private final InstantSource clock;

  public SendStore(Sql sql, EventLog events, InstantSource clock) {
    this.sql = sql;
    this.events = events;
    this.clock = clock;
  }

  /** One send. */
  public Optional<Send> find(long id) {
    return sql.read(c -> BY_ID.read(c, Sends::send, id).stream().findFirst());
  }

  /** Those of the ids that exist, by id; for one page of something. */
  public Map<Long, Send> findAll(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
    TableSql select = TableSql.of(TABLE, "SELECT * FROM {} WHERE {ID} IN (%s)".formatted(marks));
    return sql.read(c -> select.read(c, Sends::send, ids.toArray())).stream()
        .collect(Collectors.toMap(Send::id, Function.identity()));
  }

  /** What was sent in an enrollment, and what is about to be, the oldest first. */
  public List<Send> ofEnrollment(long enrollmentId) {
    return sql.read(c -> ofEnrollment(c, enrollmentId));
  }

  private static List<Send> ofEnrollment(Connection c, long enrollmentId) throws SQLException {
    return OF_ENROLLMENT.read(c, Sends::send, enrollmentId);
  }

  /** The step of the last message of a run that left; 0 is none. */
  public long lastSentStep(Connection c, long enrollmentId) throws SQLException {
    return ofEnrollment(c, enrollmentId).stream()
        .filter(send -> send.state().mayHaveLeft())
        .reduce((earlier, later) -> later)
        .map(Send::stepId)
        .orElse(0L);
  }

  /** Whether something of a run is on its way at this moment, or nobody knows whether it left. */
  boolean isAnyUndecided(Connection c, long enrollmentId) throws SQLException {
    return ofEnrollment(c, enrollmentId).stream()
        .map(Send::state)
        .anyMatch(
            s -> s == SendState.CLAIMED || s == SendState.HANDED_OVER || s == SendState.UNKNOWN);
  }

  /** Whether anything that a run sent came back. */
  boolean isAnyBounced(Connection c, long enrollmentId) throws SQLException {
    return ofEnrollment(c, enrollmentId).stream().anyMatch(send -> send.bouncedAt() != null);
  }

  /** What that lead may have got up to a moment, in any campaign, the last first. */
  public List<Send> lastTo(String addressKey, Instant until) {
    return sql.read(c -> TO_LEAD.page(c, 0, LAST, Sends::send, addressKey, until.toEpochMilli()));
  }

  /** Those that left with one of these Message-IDs, angle brackets included. */
  public List<Send> byMessageIds(Collection<String> ids) {
    List<String> keys = ids.stream().map(Sends::messageKey).distinct().toList();
    List<Send> found = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += CHUNK) {
      found.addAll(byKeys(keys.subList(from, Math.min(keys.size(), from + CHUNK))));
    }
    return found;
  }

  private List<Send> byKeys(List<String> keys) {
    String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
    TableSql select =
        TableSql.of(TABLE, "SELECT * FROM {} WHERE {MESSAGE_KEY} IN (%s)".formatted(marks));
    return sql.read(c -> select.read(c, Sends::send, keys.toArray()));
  }

  /** Sends, the newest first. */
  public List<Send> page(SendFilter filter, int startAt, int maxResults) {
    TableSql select =
        TableSql.of(TABLE, "SELECT * FROM {}" + filter.where().alone() + " ORDER BY {ID} DESC");
    return sql.read(c -> select.page(c, startAt, maxResults, Sends::send, filter.where().values()));
  }

  /**
   * How much was handed over from each of those accounts since then, unknown outcomes included
   * (L4); those without any are left out.
   */
  public Map<Long, Integer> handedOverSince(Collection<Long> accountIds, Instant since) {
    Map<Long, Integer> amounts = new HashMap<>();
    if (!accountIds.isEmpty()) {
      String marks = String.join(", ", Collections.nCopies(accountIds.size(), "?"));
      TableSql count = TableSql.of(TABLE, HANDED_OVER.formatted(marks));
      List<Object> values = new ArrayList<>(accountIds);
      values.add(since.toEpochMilli());
      sql.read(
          c ->
              count.read(
                  c,
                  row ->
                      amounts.put(row.number("ACCOUNT_ID"), Math.toIntExact(row.number("AMOUNT"))),
                  values.toArray()));
    }
    return amounts;
  }

  /** How many there are. */
  public int count(SendFilter filter) {
    TableSql count =
        TableSql.of(TABLE, "SELECT COUNT(*) AS {AMOUNT} FROM {}" + filter.where().alone());
    return sql.read(
        c ->
            count
                .read(c, row -> Math.toIntExact(row.number("AMOUNT")), filter.where().values())
                .get(0));
  }

  /** How many of a campaign's sends are in each state; states without any are left out. */
  public Map<SendState, Integer> countByState(long campaignId) {
    TableSql count =
        TableSql.of(
            TABLE,
            "SELECT {STATE}, COUNT(*) AS {AMOUNT} FROM {} WHERE {CAMPAIGN_ID} = ? GROUP BY {STATE}");
    Map<SendState, Integer> counts = new EnumMap<>(SendState.class);
    sql.read(
        c ->
            count.read(
                c,
                row ->
                    counts.put(
                        Words.of(SendState.class, row.text("STATE")),
                        Math.toIntExact(row.number("AMOUNT"))),
                campaignId));
    return counts;
  }

  /**
   * Cancels what has not left of a run that stops (S6) and answers how many there were. One that is
   * being handed over at this moment is either cancelled, and then its body stays here, or it was
   * faster.
   */
  public int cancelOpen(Connection c, long enrollmentId, Reason why) throws SQLException {
    int cancelled = 0;
    for (Send send : ofEnrollment(c, enrollmentId)) {
      long now = clock.millis();
      if (CANCEL.change(c, Sends.text(why), now, now, send.id()) == 1) {
        cancelled++;
        SendTally.changed(c, send, SendState.PLANNED, SendState.CANCELLED);
        append(c, EventType.CANCELLED, send, SendState.CANCELLED, why);
      }
    }
    return cancelled;
  }

  /**
   * Lets nobody else change what has not left of a run until the unit ends. For units that change
   * one send, then its run, and then may cancel the others: sends go before runs everywhere.
   */
  public void hold(Connection c, long enrollmentId) throws SQLException {
    HOLD.change(c, enrollmentId);
  }

  /**
   * Takes a send for sent of which nobody knew (X4), since something came back that answers it; the
   * run moves on when it is due. False when there was no doubt.
   */
  public boolean proveDelivered(Connection c, Send send, Reason evidence) throws SQLException {
    for (SendState before : List.of(SendState.UNKNOWN, SendState.HANDED_OVER)) {
      long now = clock.millis();
      if (PROVE.change(c, Sends.text(evidence), now, now, send.id(), before.name()) == 1) {
        append(c, EventType.SENT, send, SendState.SENT, evidence);
        SendTally.changed(c, send, before, SendState.SENT);
        return true;
      }
    }
    return false;
  }

  /** Notes that a message came back, which proves that it left; false when that is known. */
  public boolean bounced(Connection c, Send send, Reason why, Instant at) throws SQLException {
    for (SendState before : List.of(SendState.SENT, SendState.UNKNOWN, SendState.HANDED_OVER)) {
      long now = clock.millis();
      Object[] values = {Sends.text(why), at.toEpochMilli(), now, now, send.id(), before.name()};
      if (BOUNCE.change(c, values) == 1) {
        append(c, EventType.BOUNCED, send, SendState.SENT, why);
        SendTally.cameBack(c, send, before);
        return true;
      }
    }
    return false;
  }

  private void append(Connection c, EventType type, Send send, SendState after, Reason why)
      throws SQLException {
    Cause cause = Cause.app("sending").because(why).send(send.id());
    events.append(
        c,
        new NewEvent(
            type,
            send.campaignId(),
            send.enrollmentId(),
            send.issueId(),
            send.state().name(),
            after.name(),
            cause));
  }
}
