package dev.drumbeat.campaign;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.campaign.Admission.Stage;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Like;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.database.Where;
import dev.drumbeat.database.Words;
import dev.drumbeat.mail.ReasonText;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.SequenceLine.UseCount;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.java.ao.Query;
import org.jspecify.annotations.Nullable;

/**
 * The only class that touches the table of campaigns. Changes name the version that they were made
 * from and answer whether it was still there; those on a connection belong to the caller's unit.
 */
public final class CampaignStore {

  /** What rows with a {@code CAMPAIGN_ID} must fulfil to be those of an owner's campaigns. */
  public static final String OF_OWNER =
      "{CAMPAIGN_ID} IN (SELECT {ID} FROM {@%s} WHERE {OWNER_KEY} = ?)"
          .formatted(CampaignRow.TABLE);

  private static final Table TABLE = Table.of(CampaignRow.TABLE);
  private static final String COUNT_UP =
      "UPDATE {} SET {ADMITTED} = {ADMITTED} + ?, {LEFT_OUT} = {LEFT_OUT} + ? WHERE {ID} = ?";
  private static final TableSql LOCK = TableSql.of(TABLE, COUNT_UP);
  private static final TableSql ENTER =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {ADMITTED} = {ADMITTED} + ?, {CANDIDATES} = {CANDIDATES} + ?"
              + " WHERE {ID} = ? AND {STATE} = ?");
  private static final TableSql ADMIT =
      TableSql.of(TABLE, COUNT_UP + " AND {STATE} = 'RUNNING' AND {ADMISSION} = 'OPEN'");
  private static final TableSql CLOSE =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {ADMISSION} = 'CLOSED', {CANDIDATES} = {ADMITTED} + {LEFT_OUT}"
              + " WHERE {ID} = ? AND {ADMISSION} = 'OPEN'");

  private static final TableSql REOPEN =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {ADMISSION} = 'OPEN', {EVALUATED_AT} = ?"
              + " WHERE {ID} = ? AND {STATE} = 'RUNNING' AND {ADMISSION} = 'CLOSED'");

  private static final TableSql TO_RETIME =
      TableSql.of(TABLE, "SELECT {ID} FROM {} WHERE {ID} = ? AND {RETIMED} = ?");
  private static final TableSql FOLLOW =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {LEAST_VERSION} = ? WHERE {ID} = ? AND {SEQUENCE_ID} = ?"
              + " AND ({LEAST_VERSION} IS NULL OR {LEAST_VERSION} < ?)"
              + " AND {STATE} NOT IN ('COMPLETED', 'CANCELLED', 'ARCHIVED')");
  private static final TableSql UNPLACED =
      TableSql.of(
          TABLE,
          "SELECT {ID} FROM {} WHERE {STATE} IN ('RUNNING', 'PAUSED')"
              + " AND {LEAST_VERSION} > COALESCE({PLACED_VERSION}, 0)");
  private static final TableSql PLACED =
      TableSql.of(
          TABLE, "UPDATE {} SET {PLACED_VERSION} = ? WHERE {ID} = ? AND {LEAST_VERSION} = ?");

  private static final String USES =
      "SELECT {SEQUENCE_ID}, COUNT(*) AS {AMOUNT},"
          + " SUM(CASE WHEN {OWNER_KEY} = ? THEN 1 ELSE 0 END) AS {OWN} FROM {}"
          + " WHERE {SEQUENCE_ID} IN (%s) AND {ALWAYS_ON} = ? GROUP BY {SEQUENCE_ID}";

  /** Databases in the language C, which Jira asks for, know small letters of ASCII only. */
  private static final String NAMED =
      "({NAME_KEY} LIKE ? ESCAPE '!'"
          + " OR ({NAME_KEY} IS NULL AND LOWER({NAME}) LIKE ? ESCAPE '!'))";

  private static final String SEARCH =
      "SELECT {ID} FROM {} WHERE {STATE} IN ('RUNNING', 'PAUSED', 'SCHEDULED', 'DRAFT')";

  private final ActiveObjects tables;
  private final Sql sql;

  public CampaignStore(ActiveObjects tables, Sql sql) {
    this.tables = tables;
    this.sql = sql;
  }

  /** One campaign. */
  public Optional<Campaign> find(long id) {
    return Optional.ofNullable(tables.get(CampaignRow.class, id)).map(CampaignRows::campaign);
  }

  /** Those of the ids that exist; for one page of something, a thousand at most. */
  public Map<Long, Campaign> findAll(Collection<Long> ids) {
    Map<Long, Campaign> found = new HashMap<>();
    if (!ids.isEmpty()) {
      String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
      read(Query.select().where("ID IN (" + marks + ")", ids.toArray()))
          .forEach(campaign -> found.put(campaign.id(), campaign));
    }
    return found;
  }

  /** Campaigns, the newest first. */
  public List<Campaign> page(CampaignFilter filter, int startAt, int maxResults) {
    return read(filter.query().order("ID DESC").limit(maxResults).offset(startAt));
  }

  /** How many there are. */
  public int count(CampaignFilter filter) {
    return tables.count(CampaignRow.class, filter.query());
  }

  /** All in that state, the oldest first. */
  public List<Campaign> inState(CampaignState state) {
    return read(new CampaignFilter(null, state, null).query().order("ID ASC"));
  }

  /** Those in that state whose leads do not follow it yet. */
  public List<Campaign> unfollowed(CampaignState state) {
    return read(
        Query.select().where("STATE = ? AND FOLLOWED = ?", state.name(), false).order("ID ASC"));
  }

  /** The ids of those that say a sequence, also of those that carry its direct enrollments. */
  public List<Long> ids(long sequenceId) {
    TableSql ids = TableSql.of(TABLE, "SELECT {ID} FROM {} WHERE {SEQUENCE_ID} = ?");
    return sql.read(c -> ids.read(c, row -> row.number("ID"), sequenceId));
  }

  /**
   * How many campaigns that people made say each of the sequences, those of that owner apart from
   * the others; for no owner all of them count as seen. For one page of a list.
   */
  public Map<Long, UseCount> uses(Collection<Long> sequenceIds, @Nullable String ownerKey) {
    Map<Long, UseCount> uses = new HashMap<>();
    if (!sequenceIds.isEmpty()) {
      String marks = String.join(", ", Collections.nCopies(sequenceIds.size(), "?"));
      List<Object> values = new ArrayList<>();
      values.add(ownerKey == null ? "" : ownerKey);
      values.addAll(sequenceIds);
      values.add(false);
      TableSql count = TableSql.of(TABLE, USES.formatted(marks));
      sql.read(c -> count.read(c, row -> use(uses, row, ownerKey == null), values.toArray()));
    }
    return uses;
  }

  private static boolean use(Map<Long, UseCount> uses, Row row, boolean all) throws SQLException {
    int total = Math.toIntExact(row.number("AMOUNT"));
    int own = all ? total : Math.toIntExact(row.number("OWN"));
    uses.put(row.number("SEQUENCE_ID"), new UseCount(own, total - own));
    return true;
  }

  /** The one that carries the direct enrollments of a sequence. */
  public Optional<Campaign> carrier(long sequenceId) {
    return read(Query.select().where("CARRIER_KEY = ?", carrierKey(sequenceId))).stream()
        .findFirst();
  }

  /** Those that carry the direct enrollments of these sequences, by the sequence. */
  public Map<Long, Campaign> carriers(Collection<Long> sequenceIds) {
    Map<Long, Campaign> found = new HashMap<>();
    if (!sequenceIds.isEmpty()) {
      String marks = String.join(", ", Collections.nCopies(sequenceIds.size(), "?"));
      Object[] keys = sequenceIds.stream().map(CampaignStore::carrierKey).toArray();
      read(Query.select().where("CARRIER_KEY IN (" + marks + ")", keys))
          .forEach(carrier -> found.put(carrier.plan().sequenceId(), carrier));
    }
    return found;
  }

  /**
   * Campaigns that people made and that are not over, whose names contain the text, the newest
   * first; null is of any owner.
   */
  public List<Campaign> search(@Nullable String ownerKey, String text, int most) {
    String pattern = Like.containing(text);
    Where where =
        Where.of("ALWAYS_ON", false).andThat(NAMED, pattern, pattern).and("OWNER_KEY", ownerKey);
    TableSql select = TableSql.of(TABLE, SEARCH + where.behindOthers() + " ORDER BY {ID} DESC");
    List<Long> ids = sql.read(c -> select.page(c, 0, most, r -> r.number("ID"), where.values()));
    Map<Long, Campaign> found = findAll(ids);
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private List<Campaign> read(Query query) {
    return Words.readable(Stream.of(tables.find(CampaignRow.class, query)), CampaignRows::campaign)
        .toList();
  }

  /** Adds a draft at version 1 and answers its id. */
  public long insert(CampaignPlan plan, String ownerKey, Instant now) {
    Columns row =
        row(plan, ownerKey, now)
            .and("CARRIER_KEY", UUID.randomUUID().toString())
            .and("STATE", CampaignState.DRAFT.name())
            .and("ALWAYS_ON", false);
    return sql.write(c -> TABLE.insert(c, row));
  }

  /** Adds the running campaign that carries a sequence's enrollments; there is one at most. */
  public long insertCarrier(CampaignPlan plan, String ownerKey, Instant now) {
    Columns row =
        row(plan, ownerKey, now)
            .and("CARRIER_KEY", carrierKey(plan.sequenceId()))
            .and("STATE", CampaignState.RUNNING.name())
            .and("STARTED_AT", now.toEpochMilli())
            .and("ALWAYS_ON", true);
    return sql.write(c -> TABLE.insert(c, row));
  }

  /**
   * Lets leads under way in those campaigns of a sequence follow at least that version; campaigns
   * that are over stay as they are. Nobody decided anything about them, so their versions stay.
   */
  public void follow(Connection c, Collection<Long> ids, long sequenceId, int version)
      throws SQLException {
    for (long id : ids) {
      FOLLOW.change(c, version, id, sequenceId, version);
    }
  }

  /** Those that are not over whose leads are not all at their places in the version they follow. */
  public List<Campaign> unplaced() {
    return findAll(sql.read(c -> UNPLACED.read(c, row -> row.number("ID")))).values().stream()
        .filter(campaign -> !campaign.state().isOver())
        .sorted(Comparator.comparingLong(Campaign::id))
        .toList();
  }

  /** Notes that all leads are at their places in the version that the campaign was read with. */
  public void placed(Campaign read) {
    sql.write(c -> PLACED.change(c, read.leastVersion(), read.id(), read.leastVersion()));
  }

  /** Lets another campaign carry the sequence's enrollments from now on. */
  public void retireCarrier(Campaign read) {
    Columns unchanged = Columns.of("ID", read.id()).and("VERSION", read.version());
    Columns change = Columns.of("CARRIER_KEY", UUID.randomUUID().toString());
    sql.write(c -> TABLE.update(c, change, unchanged));
  }

  private static Columns row(CampaignPlan plan, String ownerKey, Instant now) {
    return CampaignRows.plan(plan)
        .and("OWNER_KEY", ownerKey)
        .and("VERSION", 1)
        .and("ADMISSION", Stage.NOT_STARTED.name())
        .and("CANDIDATES", 0)
        .and("ADMITTED", 0)
        .and("LEFT_OUT", 0)
        .and("FOLLOWED", true)
        .and("COUNTED_AT", now.toEpochMilli())
        .and("CREATED_AT", now.toEpochMilli())
        .and("UPDATED_AT", now.toEpochMilli());
  }

  private static String carrierKey(long sequenceId) {
    return "s." + sequenceId;
  }

  /** Replaces the plan; another schedule makes leads who wait due at other times (T19). */
  public boolean replace(Campaign read, CampaignPlan plan, Instant now) {
    Columns columns = CampaignRows.plan(plan);
    if (read.isLaunched() && !read.plan().schedule().equals(plan.schedule())) {
      columns.and("RETIMED", false);
    }
    return sql.write(c -> change(c, read, columns, now));
  }

  /** Whether leads of the campaign may still be due by a schedule that was changed. */
  public boolean isToRetime(long id) {
    return !sql.read(c -> TO_RETIME.read(c, row -> row.number("ID"), id, false)).isEmpty();
  }

  /** Notes that all leads are due by the schedule that was read, unless it changed meanwhile. */
  public void retimed(Campaign read) {
    Columns unchanged = Columns.of("ID", read.id()).and("VERSION", read.version());
    sql.write(c -> TABLE.update(c, Columns.of("RETIMED", true), unchanged));
  }

  /** Deletes a campaign that nobody was admitted to. */
  boolean delete(Campaign read) {
    Columns unchanged = Columns.of("ID", read.id()).and("VERSION", read.version());
    return sql.write(c -> TABLE.delete(c, unchanged)) == 1;
  }

  /** Gives it another state, in a unit of its own. */
  public boolean changeState(Campaign read, CampaignState to, Instant now) {
    return sql.write(c -> changeState(c, read, to, now));
  }

  /** Gives it another state; the end of a campaign is noted with it. */
  public boolean changeState(Connection c, Campaign read, CampaignState to, Instant now)
      throws SQLException {
    Columns change = state(read, to);
    return change(
        c,
        read,
        to.isOver() && !read.state().isOver()
            ? change.and("FINISHED_AT", now.toEpochMilli())
            : change,
        now);
  }

  /** Begins to admit an audience of so many issues. */
  public boolean launch(Connection c, Campaign read, int issues, Instant now) throws SQLException {
    Columns change =
        state(read, CampaignState.RUNNING)
            .and("ADMISSION", Stage.OPEN.name())
            .and("CANDIDATES", issues)
            .and("STARTED_AT", now.toEpochMilli());
    return change(c, read, change, now);
  }

  /** Stops it until somebody resumes it. */
  public boolean pause(Connection c, Campaign read, Reason why, Instant now) throws SQLException {
    Columns change =
        state(read, CampaignState.PAUSED)
            .and("PAUSE_REASON", ReasonText.write(why))
            .and("PAUSED_AT", now.toEpochMilli())
            .and("RESUMED_AT", null)
            .and("RESUME_POLICY", null);
    return change(c, read, change, now);
  }

  /** Goes on: to its start if it was never launched, else to its leads. */
  public boolean resume(Connection c, Campaign read, ResumePolicy policy, Instant now)
      throws SQLException {
    boolean launched = read.times().startedAt() != null;
    Columns change =
        state(read, launched ? CampaignState.RUNNING : CampaignState.SCHEDULED)
            .and("RESUMED_AT", now.toEpochMilli())
            .and("RESUME_POLICY", policy.name());
    return change(c, read, change, now);
  }

  /** Notes that all leads follow the state, unless it changed meanwhile. */
  public void followed(Campaign read) {
    Columns unchanged = Columns.of("ID", read.id()).and("VERSION", read.version());
    sql.write(c -> TABLE.update(c, Columns.of("FOLLOWED", true), unchanged));
  }

  /**
   * Counts candidates of the launch; false when it does not go on any more. Until the unit ends
   * nobody changes the state, so whoever follows a change finds the leads (P4). The version stays,
   * since nobody decided anything.
   */
  public boolean admit(Connection c, long id, int admitted, int leftOut) throws SQLException {
    return ADMIT.change(c, admitted, leftOut, id) == 1;
  }

  /**
   * Counts leads that enter directly, beside those of the launch; false when the campaign is in
   * another state. Until the unit ends it stays in this one.
   */
  public boolean enter(Connection c, long id, CampaignState state, int admitted)
      throws SQLException {
    return ENTER.change(c, admitted, admitted, id, state.name()) == 1;
  }

  /** Lets units of one campaign come one after the other. */
  public void lock(Connection c, long id) throws SQLException {
    LOCK.change(c, 0, 0, id);
  }

  /** Admits who joined since (E2); false when it runs no more or is admitting already. */
  public boolean reopenAdmission(long id, Instant now) {
    return sql.write(c -> REOPEN.change(c, now.toEpochMilli(), id)) == 1;
  }

  /** Admits nobody else; false when that was so already. */
  public boolean closeAdmission(Connection c, long id) throws SQLException {
    return CLOSE.change(c, id) == 1;
  }

  private static Columns state(Campaign read, CampaignState to) {
    if (!read.state().mayBecome(to)) {
      throw new IllegalStateException(read.id() + ": " + read.state() + " to " + to);
    }
    return Columns.of("STATE", to.name()).and("FOLLOWED", false);
  }

  private static boolean change(Connection c, Campaign read, Columns change, Instant now)
      throws SQLException {
    change.and("VERSION", read.version() + 1).and("UPDATED_AT", now.toEpochMilli());
    Columns unchanged = Columns.of("ID", read.id()).and("VERSION", read.version());
    return TABLE.update(c, change, unchanged) == 1;
  }
}
