package dev.drumbeat.enrollment;

import static dev.drumbeat.enrollment.EnrollmentState.ACTIVE;
import static dev.drumbeat.enrollment.EnrollmentState.PAUSED;
import static dev.drumbeat.enrollment.EnrollmentState.PENDING;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.database.Words;
import dev.drumbeat.mail.ReasonText;
import dev.drumbeat.request.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The only class that touches the table of enrollments. What takes a connection belongs to the
 * caller's unit; the rest is a unit of its own.
 */
public final class EnrollmentStore {

  private static final Table TABLE = Table.of(EnrollmentRow.TABLE);
  private static final String OPEN =
      EnrollmentState.OPEN.stream().map(s -> "'" + s + "'").collect(joining(", ", "(", ")"));

  private static final TableSql BY_ID = TableSql.of(TABLE, "SELECT * FROM {} WHERE {ID} = ?");
  private static final TableSql DUE =
      TableSql.of(
          TABLE,
          "SELECT * FROM {} WHERE {SHARD} = ? AND {STATE} = ? AND {DUE_AT} <= ?"
              + " ORDER BY {SHARD}, {STATE}, {DUE_AT}");
  private static final String PUT_OFF_ALL =
      "UPDATE {} SET {DUE_AT} = ?, {WAIT_REASON} = ?, {UPDATED_AT} = ?, {VERSION} = {VERSION} + 1"
          + " WHERE {SHARD} = ? AND {STATE} = ? AND {DUE_AT} <= ?";
  private static final TableSql PUT_OFF = TableSql.of(TABLE, PUT_OFF_ALL);
  private static final TableSql PUT_OFF_CAMPAIGN =
      TableSql.of(TABLE, PUT_OFF_ALL + " AND {CAMPAIGN_ID} = ?");
  private static final String BACKLOGS =
      "SELECT {SHARD}, COUNT(*) AS {AMOUNT}, MIN({DUE_AT}) AS {OLDEST} FROM {}"
          + " WHERE {SHARD} IN (%s) AND {STATE} IN ('PENDING', 'ACTIVE') AND {DUE_AT} <= ?"
          + " GROUP BY {SHARD}";
  private static final TableSql NEXT_SHARD =
      TableSql.of(
          TABLE, "SELECT {SHARD} FROM {} WHERE {SHARD} > ? ORDER BY {SHARD}, {STATE}, {DUE_AT}");
  private static final TableSql ACTIVE_OF =
      TableSql.of(
          TABLE,
          "SELECT * FROM {} WHERE {ADDRESS_KEY} = ? AND {STATE} IN " + OPEN + " ORDER BY {ID}");
  private static final TableSql WAITED =
      TableSql.of(
          TABLE,
          "SELECT * FROM {} WHERE {PAUSED_UNTIL} <= ? AND {STATE} = '"
              + PAUSED
              + "' ORDER BY {PAUSED_UNTIL}, {ID}");

  private static final TableSql COMPLETED =
      TableSql.of(
          TABLE,
          "SELECT * FROM {} WHERE {CAMPAIGN_ID} = ? AND {STATE} = ? AND {REASON} = '"
              + EndReason.COMPLETED
              + "' AND {REPLIED_AT} IS NULL AND {UNSUBSCRIBED_AT} IS NULL AND {ANCHOR_AT} >= ?"
              + " AND {ID} > ? ORDER BY {ID}");
  private static final String WAIT =
      "SELECT {CAMPAIGN_ID}, {SEQUENCE_VERSION}, {STEP_ID}, COUNT(*) AS {AMOUNT} FROM {}"
          + " WHERE {CAMPAIGN_ID} IN (%s) AND {STATE} IN "
          + OPEN
          + " GROUP BY {CAMPAIGN_ID}, {SEQUENCE_VERSION}, {STEP_ID}";
  private static final TableSql ADOPT =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {SEQUENCE_VERSION} = ? WHERE {CAMPAIGN_ID} = ? AND {STEP_ID} = ?"
              + " AND ({SEQUENCE_VERSION} = ? OR ({SEQUENCE_VERSION} IS NULL AND ? = 1))"
              + " AND {STATE} IN "
              + OPEN);

  private final Sql sql;

  public EnrollmentStore(Sql sql) {
    this.sql = sql;
  }

  /** One enrollment. */
  public Optional<Enrollment> find(long id) {
    return sql.read(c -> find(c, id));
  }

  /** One enrollment as it is now. */
  public Optional<Enrollment> find(Connection c, long id) throws SQLException {
    return BY_ID.read(c, EnrollmentRows::enrollment, id).stream().findFirst();
  }

  /** What that account may send now: follow-ups before first steps (L3), each the oldest first. */
  public List<Enrollment> due(long shard, Instant now, int limit) {
    return sql.read(
        c -> {
          List<Enrollment> due = new ArrayList<>(due(c, shard, ACTIVE, now, limit));
          if (due.size() < limit) {
            due.addAll(due(c, shard, PENDING, now, limit - due.size()));
          }
          return due;
        });
  }

  /** What that account may send now to runs in that state, the oldest first but so many. */
  public List<Enrollment> due(
      long shard, EnrollmentState state, Instant now, int butSoMany, int limit) {
    return sql.read(c -> due(c, shard, state, now, butSoMany, limit));
  }

  private static List<Enrollment> due(
      Connection c, long shard, EnrollmentState state, Instant now, int limit) throws SQLException {
    return due(c, shard, state, now, 0, limit);
  }

  private static List<Enrollment> due(
      Connection c, long shard, EnrollmentState state, Instant now, int butSoMany, int limit)
      throws SQLException {
    return DUE.page(
        c, butSoMany, limit, EnrollmentRows::enrollment, shard, state.name(), now.toEpochMilli());
  }

  /** The accounts that have something to send, without looking at what is not due. */
  public List<Long> shardsWithDue(Instant now) {
    return sql.read(
        c -> {
          List<Long> due = new ArrayList<>();
          // A DISTINCT would read every idle enrollment; this reads one entry of the index for
          // each.
          Optional<Long> shard = shardAfter(c, Long.MIN_VALUE);
          while (shard.isPresent()) {
            long id = shard.get();
            if (!due(c, id, ACTIVE, now, 1).isEmpty() || !due(c, id, PENDING, now, 1).isEmpty()) {
              due.add(id);
            }
            shard = shardAfter(c, id);
          }
          return due;
        });
  }

  private static Optional<Long> shardAfter(Connection c, long shard) throws SQLException {
    return NEXT_SHARD.page(c, 0, 1, row -> row.number("SHARD"), shard).stream().findFirst();
  }

  /** When each of those campaigns writes to somebody next; those that do not are left out. */
  public Map<Long, Instant> nextDue(Collection<Long> campaignIds) {
    Map<Long, Instant> next = new HashMap<>();
    if (!campaignIds.isEmpty()) {
      sql.read(c -> NextDue.of(campaignIds).read(c, next));
    }
    return next;
  }

  /**
   * How much each of those accounts has to send now, and since when the oldest waits; those that
   * have nothing are left out.
   */
  public Map<Long, Backlog> backlogs(Collection<Long> shards, Instant now) {
    Map<Long, Backlog> backlogs = new HashMap<>();
    if (!shards.isEmpty()) {
      TableSql select = TableSql.of(TABLE, BACKLOGS.formatted(marks(shards)));
      List<Object> values = new ArrayList<>(shards);
      values.add(now.toEpochMilli());
      sql.read(
          c ->
              select.read(
                  c, row -> backlogs.put(row.number("SHARD"), backlog(row)), values.toArray()));
    }
    return backlogs;
  }

  private static Backlog backlog(Row row) throws SQLException {
    return new Backlog(Math.toIntExact(row.number("AMOUNT")), row.momentOrNull("OLDEST"));
  }

  /**
   * Puts off everything that is due at an account in that state, of one campaign or, for null, of
   * all, for a reason that people see; answers how many runs there were.
   */
  public int putOff(
      Connection c,
      long shard,
      EnrollmentState state,
      @Nullable Long campaignId,
      Instant until,
      Reason why,
      Instant now)
      throws SQLException {
    List<Object> values =
        new ArrayList<>(
            List.of(
                until.toEpochMilli(),
                ReasonText.write(why),
                now.toEpochMilli(),
                shard,
                state.name(),
                now.toEpochMilli()));
    if (campaignId != null) {
      values.add(campaignId);
    }
    return (campaignId == null ? PUT_OFF : PUT_OFF_CAMPAIGN).change(c, values.toArray());
  }

  /** The runs of a lead that are not over, in any campaign. */
  public List<Enrollment> activeOf(String addressKey) {
    return sql.read(c -> ACTIVE_OF.read(c, EnrollmentRows::enrollment, addressKey));
  }

  /** Whether any run of a campaign is not over. */
  boolean isAnyOpen(long campaignId) {
    EnrollmentFilter ofCampaign = EnrollmentFilter.ofCampaign(campaignId);
    return EnrollmentState.OPEN.stream()
        .anyMatch(state -> !page(ofCampaign.in(state), 0, 1).isEmpty());
  }

  /** How many runs through those campaigns are not over. */
  public int countOpenOfCampaigns(Collection<Long> campaignIds) {
    if (campaignIds.isEmpty()) {
      return 0;
    }
    TableSql count =
        TableSql.of(
            TABLE,
            "SELECT COUNT(*) AS {AMOUNT} FROM {} WHERE {CAMPAIGN_ID} IN (%s) AND {STATE} IN "
                    .formatted(marks(campaignIds))
                + OPEN);
    return sql.read(
        c ->
            count
                .read(c, row -> Math.toIntExact(row.number("AMOUNT")), campaignIds.toArray())
                .get(0));
  }

  /** How many runs that an account sends are not over. */
  public int countOpenOfAccount(long accountId) {
    return countOpen("SHARD", accountId);
  }

  private int countOpen(String column, long id) {
    TableSql count =
        TableSql.of(
            TABLE,
            "SELECT COUNT(*) AS {AMOUNT} FROM {} WHERE {%s} = ? AND {STATE} IN ".formatted(column)
                + OPEN);
    return sql.read(c -> count.read(c, row -> Math.toIntExact(row.number("AMOUNT")), id).get(0));
  }

  /** Those of the ids that exist; for one page of something, a thousand at most. */
  public Map<Long, Enrollment> findAll(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    TableSql select =
        TableSql.of(TABLE, "SELECT * FROM {} WHERE {ID} IN (%s)".formatted(marks(ids)));
    return sql.read(c -> select.read(c, EnrollmentRows::enrollment, ids.toArray())).stream()
        .collect(toMap(Enrollment::id, Function.identity()));
  }

  /** Enrollments by id from there on; the state of the filter may change meanwhile. */
  public List<Enrollment> after(EnrollmentFilter filter, long afterId, int limit) {
    return sql.read(c -> after(c, filter, afterId, limit));
  }

  /** The same within a unit. */
  List<Enrollment> after(Connection c, EnrollmentFilter filter, long afterId, int limit)
      throws SQLException {
    TableSql select =
        TableSql.of(
            TABLE,
            "SELECT * FROM {} WHERE {ID} > ?" + filter.where().behindOthers() + " ORDER BY {ID}");
    List<Object> values = new ArrayList<>(List.of(afterId));
    values.addAll(List.of(filter.where().values()));
    return select.page(c, 0, limit, EnrollmentRows::enrollment, values.toArray());
  }

  /**
   * Runs through a campaign that were completed without an answer and without a word that no more
   * is wanted, by id from there on; only those whose last mail left since that moment.
   */
  public List<Enrollment> completed(long campaignId, Instant since, long afterId, int limit) {
    return sql.read(
        c ->
            COMPLETED.page(
                c,
                0,
                limit,
                EnrollmentRows::enrollment,
                campaignId,
                EnrollmentState.FINISHED.name(),
                since.toEpochMilli(),
                afterId));
  }

  /** For which steps of which versions the runs of those campaigns wait that are not over. */
  public List<Waiting> waiting(Collection<Long> campaignIds) {
    if (campaignIds.isEmpty()) {
      return List.of();
    }
    TableSql count = TableSql.of(TABLE, WAIT.formatted(marks(campaignIds)));
    return sql.read(c -> count.read(c, EnrollmentStore::waiting, campaignIds.toArray()));
  }

  private static Waiting waiting(Row row) throws SQLException {
    return new Waiting(
        row.number("CAMPAIGN_ID"),
        EnrollmentRows.version(row),
        row.number("STEP_ID"),
        Math.toIntExact(row.number("AMOUNT")));
  }

  /**
   * Notes that what those runs wait for is the same in that version. Their own versions stay, since
   * nothing changes for them; whoever moves one on meanwhile says for which version that was.
   */
  public int adopt(Connection c, Waiting runs, int version) throws SQLException {
    return ADOPT.change(
        c, version, runs.campaignId(), runs.stepId(), runs.version(), runs.version());
  }

  /** Runs whose pause is over by now, the longest over first. */
  List<Enrollment> waited(Instant now, int limit) {
    return sql.read(c -> WAITED.page(c, 0, limit, EnrollmentRows::enrollment, now.toEpochMilli()));
  }

  /** Enrollments, the newest first. */
  public List<Enrollment> page(EnrollmentFilter filter, int startAt, int maxResults) {
    TableSql select =
        TableSql.of(TABLE, "SELECT * FROM {}" + filter.where().alone() + " ORDER BY {ID} DESC");
    return sql.read(
        c ->
            select.page(
                c, startAt, maxResults, EnrollmentRows::enrollment, filter.where().values()));
  }

  /** How many there are. */
  public int count(EnrollmentFilter filter) {
    TableSql count =
        TableSql.of(TABLE, "SELECT COUNT(*) AS {AMOUNT} FROM {}" + filter.where().alone());
    return sql.read(
        c ->
            count
                .read(c, row -> Math.toIntExact(row.number("AMOUNT")), filter.where().values())
                .get(0));
  }

  /** How many of a campaign's runs are in each state; states without any are left out. */
  public Map<EnrollmentState, Integer> countByState(long campaignId) {
    TableSql count =
        TableSql.of(
            TABLE,
            "SELECT {STATE}, COUNT(*) AS {AMOUNT} FROM {} WHERE {CAMPAIGN_ID} = ? GROUP BY {STATE}");
    Map<EnrollmentState, Integer> counts = new HashMap<>();
    sql.read(
        c ->
            count.read(
                c,
                row ->
                    counts.put(
                        Words.of(EnrollmentState.class, row.text("STATE")),
                        Math.toIntExact(row.number("AMOUNT"))),
                campaignId));
    return counts;
  }

  /** Runs of those leads through a campaign, over or not; for one slice of an audience. */
  List<Enrollment> ofLeads(long campaignId, Collection<String> addressKeys) {
    if (addressKeys.isEmpty()) {
      return List.of();
    }
    TableSql select =
        TableSql.of(
            TABLE,
            "SELECT * FROM {} WHERE {CAMPAIGN_ID} = ? AND {ADDRESS_KEY} IN (%s)"
                .formatted(marks(addressKeys)));
    List<Object> values = new ArrayList<>(List.of(campaignId));
    values.addAll(addressKeys);
    return sql.read(c -> select.read(c, EnrollmentRows::enrollment, values.toArray()));
  }

  /** Adds runs and answers them; fails as a duplicate when one of the leads has an active run. */
  List<Enrollment> insert(Connection c, List<NewEnrollment> enrollments, Instant now)
      throws SQLException {
    if (enrollments.isEmpty()) {
      return List.of();
    }
    TABLE.insertAll(c, enrollments.stream().map(e -> EnrollmentRows.columns(e, now)).toList());
    Tallies.add(c, enrollments.stream().map(RunTally::entered).toList());
    List<String> keys = enrollments.stream().map(NewEnrollment::activeKey).toList();
    TableSql select =
        TableSql.of(TABLE, "SELECT * FROM {} WHERE {ACTIVE_KEY} IN (%s)".formatted(marks(keys)));
    return select.read(c, EnrollmentRows::enrollment, keys.toArray());
  }

  private static String marks(Collection<?> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  /** Changes the enrollment that was read; false when somebody else changed it meanwhile. */
  public boolean change(Connection c, Enrollment read, Columns change, Instant now)
      throws SQLException {
    change.and("VERSION", read.version() + 1).and("UPDATED_AT", now.toEpochMilli());
    Columns unchanged = Columns.of("ID", read.id()).and("VERSION", read.version());
    boolean done = TABLE.update(c, change, unchanged) == 1;
    if (done) {
      Tallies.add(c, RunTally.moved(read, change));
    }
    return done;
  }

  /** The key of a run that is not over, of which a lead has one in a campaign (E4). */
  static String activeKey(Enrollment enrollment) {
    return "a.%d.%s".formatted(enrollment.campaignId(), enrollment.lead().addressKey());
  }

  /** The key of a run that is over, which lets the lead begin another one. */
  static String finishedKey(Enrollment enrollment) {
    return "f.%d.%s.%d"
        .formatted(enrollment.campaignId(), enrollment.lead().addressKey(), enrollment.run());
  }
}
