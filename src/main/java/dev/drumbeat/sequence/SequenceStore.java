package dev.drumbeat.sequence;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.java.ao.Query;

/**
 * The only class that touches the tables of sequences and steps. A change of any step is a change
 * of the sequence: its version guards them all, in one unit (design D15).
 */
public final class SequenceStore {

  private static final Table SEQUENCES = Table.of(SequenceRow.TABLE);
  private static final Table STEPS = Table.of(StepRow.TABLE);

  private static final TableSql EARLIER =
      TableSql.of(SEQUENCES, "SELECT {EARLIER_STEPS} FROM {} WHERE {ID} = ?");
  private static final String WAITS =
      "SELECT {SEQUENCE_ID}, {DELAY_VALUE}, {DELAY_UNIT}, {DETAILS} FROM {} WHERE {SEQUENCE_ID} IN (%s)"
          + " ORDER BY {POSITION}, {ID}";

  private final ActiveObjects tables;
  private final Sql sql;

  public SequenceStore(ActiveObjects tables, Sql sql) {
    this.tables = tables;
    this.sql = sql;
  }

  /** One sequence with its steps. */
  public Optional<Sequence> find(long id) {
    return Optional.ofNullable(tables.get(SequenceRow.class, id))
        .map(row -> Rows.sequence(row, steps(id)));
  }

  private List<Step> steps(long sequenceId) {
    Query query = Query.select().where("SEQUENCE_ID = ?", sequenceId).order("POSITION ASC, ID ASC");
    return Stream.of(tables.find(StepRow.class, query)).map(Rows::step).toList();
  }

  /** Sequences that are not hidden, by name. */
  List<SequenceSummary> page(SequenceFilter filter, int startAt, int maxResults) {
    Query query = filter.query().order("NAME_KEY ASC, ID ASC").limit(maxResults).offset(startAt);
    return Stream.of(tables.find(SequenceRow.class, query)).map(Rows::summary).toList();
  }

  /** How many are not hidden. */
  int count(SequenceFilter filter) {
    return tables.count(SequenceRow.class, filter.query());
  }

  /** The waits of their steps in order, without what the steps say; for one page of a list. */
  Map<Long, List<Timing>> waits(Collection<Long> ids) {
    Map<Long, List<Timing>> waits = new HashMap<>();
    if (!ids.isEmpty()) {
      String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
      sql.read(
          c ->
              TableSql.of(STEPS, WAITS.formatted(marks))
                  .read(c, row -> waits(waits, row), ids.toArray()));
    }
    return waits;
  }

  private static boolean waits(Map<Long, List<Timing>> waits, Row row) throws SQLException {
    int value = Math.toIntExact(row.number("DELAY_VALUE"));
    return waits
        .computeIfAbsent(row.number("SEQUENCE_ID"), id -> new ArrayList<>())
        .add(Rows.timing(value, row.text("DELAY_UNIT"), row.textOrNull("DETAILS")));
  }

  /** The names of those that send from that account by themselves. */
  public List<String> namesSendingFrom(long accountId) {
    Query query =
        Query.select().where("SENDING_CONFIG_ID = ?", accountId).order("NAME_KEY ASC, ID ASC");
    return Stream.of(tables.find(SequenceRow.class, query)).map(SequenceRow::getName).toList();
  }

  /** Adds a sequence at version 1 and answers its id. */
  long insert(SequenceContent content, String ownerKey, boolean hidden, Instant now) {
    Columns row =
        Rows.content(content)
            .and("VERSION", 1)
            .and("OWNER_KEY", ownerKey)
            .and("HIDDEN", hidden)
            .and("CREATED_AT", now.toEpochMilli())
            .and("UPDATED_AT", now.toEpochMilli());
    return sql.write(
        c -> {
          long id = SEQUENCES.insert(c, row);
          List<Long> ids = new ArrayList<>();
          for (Step step : content.steps()) {
            ids.add(STEPS.insert(c, Rows.step(id, step)));
          }
          link(c, content.steps(), ids);
          return id;
        });
  }

  /** Replaces everything that people set; false when the sequence is not at that version. */
  boolean replace(Sequence read, SequenceContent content, Instant now) {
    Columns change =
        Rows.content(content)
            .and("VERSION", read.version() + 1)
            .and("UPDATED_AT", now.toEpochMilli());
    return sql.write(
        c -> {
          if (SEQUENCES.update(c, change, atVersion(read)) == 0) {
            return false;
          }
          replaceSteps(c, read, content.steps());
          EarlierSteps earlier = EarlierSteps.of(read);
          if (earlier.movesLeads(content.steps())) {
            remember(c, read, earlier, now);
          }
          return true;
        });
  }

  /** In the unit of the change, so that no lead stays behind when the process ends after it. */
  private static void remember(Connection c, Sequence read, EarlierSteps earlier, Instant now)
      throws SQLException {
    Optional<String> before =
        EARLIER
            .read(c, row -> Optional.ofNullable(row.textOrNull("EARLIER_STEPS")), read.id())
            .get(0);
    Columns change =
        Columns.of("REPLACED_AT", now.toEpochMilli())
            .and(
                "EARLIER_STEPS",
                before.map(text -> text + ";" + earlier.text()).orElse(earlier.text()));
    SEQUENCES.update(c, change, Columns.of("ID", read.id()));
  }

  /** Those whose waiting leads may not be at their places yet. */
  public List<Replaced> replaced() {
    Query query = Query.select().where("REPLACED_AT IS NOT NULL").order("REPLACED_AT ASC");
    return Stream.of(tables.find(SequenceRow.class, query))
        .map(
            row ->
                new Replaced(
                    Rows.sequence(row, steps(row.getId())),
                    EarlierSteps.read(String.valueOf(row.getEarlierSteps())),
                    Instant.ofEpochMilli(Objects.requireNonNull(row.getReplacedAt()))))
        .toList();
  }

  /** Notes that all leads are at their places, unless the sequence was changed meanwhile. */
  public boolean settled(Replaced read) {
    Columns change = Columns.of("REPLACED_AT", null).and("EARLIER_STEPS", null);
    return sql.write(c -> SEQUENCES.update(c, change, atVersion(read.sequence()))) == 1;
  }

  private static void replaceSteps(Connection c, Sequence read, List<Step> steps)
      throws SQLException {
    Set<Long> gone = new HashSet<>();
    read.steps().forEach(step -> gone.add(step.id()));
    List<Long> ids = new ArrayList<>();
    for (Step step : steps) {
      gone.remove(step.id());
      ids.add(step.isNew() ? STEPS.insert(c, Rows.step(read.id(), step)) : step.id());
      if (step.isNew()) {
        continue;
      }
      if (!read.steps().contains(step)) {
        STEPS.update(c, Rows.step(read.id(), step), Columns.of("ID", step.id()));
      }
    }
    link(c, steps, ids);
    for (Long id : gone) {
      STEPS.delete(c, Columns.of("ID", id));
    }
  }

  /** Steps got their ids only now, and ways lead to ids. */
  private static void link(Connection c, List<Step> steps, List<Long> ids) throws SQLException {
    for (int i = 0; i < steps.size(); i++) {
      Step linked = steps.get(i).linked(ids);
      if (!linked.equals(steps.get(i))) {
        Columns change = Columns.of("DETAILS", StepText.details(linked));
        STEPS.update(c, change, Columns.of("ID", ids.get(i)));
      }
    }
  }

  /** Deletes a sequence with its steps; false when it is not at that version. */
  boolean delete(Sequence read) {
    return sql.write(
        c -> {
          if (SEQUENCES.delete(c, atVersion(read)) == 0) {
            return false;
          }
          STEPS.delete(c, Columns.of("SEQUENCE_ID", read.id()));
          return true;
        });
  }

  private static Columns atVersion(Sequence read) {
    return Columns.of("ID", read.id()).and("VERSION", read.version());
  }
}
