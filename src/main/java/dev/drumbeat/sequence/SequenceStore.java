package dev.drumbeat.sequence;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.SqlFailure;
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

  private static final TableSql PUBLISH =
      TableSql.of(
          SEQUENCES,
          "UPDATE {} SET {PUBLISHED} = ? WHERE {ID} = ? AND {VERSION} = ?"
              + " AND ({PUBLISHED} = ? OR ({PUBLISHED} IS NULL AND ? = 0))");
  private static final TableSql BEGIN =
      TableSql.of(
          SEQUENCES, "UPDATE {} SET {PUBLISHED} = 0 WHERE {ID} = ? AND {PUBLISHED} IS NULL");
  private static final String WAITS =
      "SELECT {SEQUENCE_ID}, {DELAY_VALUE}, {DELAY_UNIT}, {DETAILS} FROM {} WHERE {SEQUENCE_ID} IN (%s)"
          + " ORDER BY {POSITION}, {ID}";

  private final ActiveObjects tables;
  private final Sql sql;
  private final VersionStore versions;

  public SequenceStore(ActiveObjects tables, Sql sql) {
    this.tables = tables;
    this.sql = sql;
    this.versions = new VersionStore(sql);
  }

  /** One sequence with the steps of its draft, also one whose campaigns alone still need it. */
  public Optional<Sequence> find(long id) {
    return read(id).map(row -> Rows.sequence(row, steps(id)));
  }

  private Optional<SequenceRow> read(long id) {
    Optional<SequenceRow> row = Optional.ofNullable(tables.get(SequenceRow.class, id));
    if (row.filter(found -> found.getPublished() == null).isEmpty()) {
      return row;
    }
    Sequence before = Rows.sequence(row.get(), steps(id));
    if (before.steps().isEmpty()) {
      return row;
    }
    // From before there were versions: what it says is what leads under way were to receive.
    publish(before, Publication.first(before, null, before.updatedAt()));
    return Optional.ofNullable(tables.get(SequenceRow.class, id));
  }

  /** The steps that were published under that number; without any if there is none. */
  public Optional<SequenceVersion> version(long id, int number) {
    return versions
        .find(id, number)
        .or(
            () ->
                find(id)
                    .map(
                        sequence ->
                            versions
                                .find(id, number)
                                .orElse(new SequenceVersion(id, number, List.of()))));
  }

  /**
   * What leads receive who enter now: the version that was published last. The draft is what they
   * would receive when a launch has to publish it first, and that of a mail of one campaign.
   */
  public Optional<SequenceVersion> said(long id) {
    return find(id)
        .flatMap(
            sequence ->
                mustBePublishedToBegin(sequence)
                    ? Optional.of(SequenceVersion.draft(sequence))
                    : published(sequence).or(() -> Optional.of(SequenceVersion.draft(sequence))));
  }

  /** The version that was published last, if there is one. */
  public Optional<SequenceVersion> published(Sequence sequence) {
    return sequence.published() == SequenceVersion.DRAFT
        ? Optional.empty()
        : version(sequence.id(), sequence.published());
  }

  /** The versions of a sequence, the newest first, without their steps. */
  public List<Publication> publications(long id, int startAt, int maxResults) {
    return versions.page(id, startAt, maxResults);
  }

  /** How many versions of a sequence there are. */
  public int countPublications(long id) {
    return versions.count(id);
  }

  /** What is known of one version. */
  public Optional<Publication> publication(long id, int number) {
    return versions.publication(id, number);
  }

  /** Publishes a draft in a unit of its own; false when somebody else was faster. */
  private boolean publish(Sequence read, Publication publication) {
    try {
      return sql.write(c -> publish(c, read, publication));
    } catch (SqlFailure e) {
      if (e.isDuplicate()) {
        return false;
      }
      throw e;
    }
  }

  /** Publishes the draft that was read; false when it or what is published changed meanwhile. */
  public boolean publish(Connection c, Sequence read, Publication publication) throws SQLException {
    int before = publication.number() - 1;
    boolean done =
        PUBLISH.change(c, publication.number(), read.id(), read.version(), before, before) == 1;
    if (done) {
      versions.insert(c, publication, read.steps());
    }
    return done;
  }

  /**
   * Publishes what a launch or an enrollment needs: a draft that never was, and the mail of one
   * campaign as it is now. The user key is who does it.
   */
  public void publishToBegin(long id, String userKey, Instant now) {
    Optional<Sequence> read = find(id).filter(this::mustBePublishedToBegin);
    while (read.isPresent() && !publish(read.get(), Publication.first(read.get(), userKey, now))) {
      read = find(id).filter(this::mustBePublishedToBegin);
    }
  }

  private boolean mustBePublishedToBegin(Sequence sequence) {
    return !sequence.steps().isEmpty()
        && published(sequence)
            .filter(last -> !sequence.hidden() || last.steps().equals(sequence.steps()))
            .isEmpty();
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
            .and("PUBLISHED", SequenceVersion.DRAFT)
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
          if (read.published() == SequenceVersion.DRAFT) {
            BEGIN.change(c, read.id());
          }
          replaceSteps(c, read, content.steps());
          return true;
        });
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
        // Also one that was taken out and comes back: a step has its id for good (V3).
        STEPS.update(c, Rows.step(read.id(), step), Columns.of("ID", step.id()));
      }
    }
    link(c, steps, ids);
    for (Long id : gone) {
      if (read.published() == SequenceVersion.DRAFT) {
        STEPS.delete(c, Columns.of("ID", id));
      } else {
        STEPS.update(c, Columns.of("SEQUENCE_ID", takenOut(read.id())), Columns.of("ID", id));
      }
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
          STEPS.delete(c, Columns.of("SEQUENCE_ID", takenOut(read.id())));
          versions.delete(c, read.id());
          return true;
        });
  }

  /** Puts it out of sight; its campaigns still tell what they said. False as the other form. */
  public boolean retire(Sequence read, Instant now) {
    Columns change =
        Columns.of("DELETED_AT", now.toEpochMilli()).and("VERSION", read.version() + 1);
    return sql.write(c -> SEQUENCES.update(c, change, atVersion(read))) == 1;
  }

  /** Gives it to that user; false when it is not at that version. */
  boolean give(Sequence read, String ownerKey, Instant now) {
    Columns change =
        Columns.of("OWNER_KEY", ownerKey)
            .and("VERSION", read.version() + 1)
            .and("UPDATED_AT", now.toEpochMilli());
    return sql.write(c -> SEQUENCES.update(c, change, atVersion(read))) == 1;
  }

  /** What a row of a step has for its sequence that was taken out, and may come back. */
  private static long takenOut(long sequenceId) {
    return -sequenceId;
  }

  private static Columns atVersion(Sequence read) {
    return Columns.of("ID", read.id()).and("VERSION", read.version());
  }
}
