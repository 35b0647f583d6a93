package dev.drumbeat.sequence;

import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.database.Words;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The only class that touches the table of published versions. Since none of them ever changes, the
 * last ones that were read are kept.
 */
final class VersionStore {

  private static final int KEPT = 200;

  private static final Table TABLE = Table.of(VersionRow.TABLE);
  private static final TableSql STEPS =
      TableSql.of(TABLE, "SELECT {STEPS} FROM {} WHERE {VERSION_KEY} = ?");
  private static final String ABOUT =
      "SELECT {SEQUENCE_ID}, {VERSION_NUMBER}, {APPLY}, {NOTE}, {PUBLISHED_BY}, {PUBLISHED_AT},"
          + " {CONTINUE_SINCE}, {STEP_COUNT} FROM {}";
  private static final TableSql NEWEST_FIRST =
      TableSql.of(TABLE, ABOUT + " WHERE {SEQUENCE_ID} = ? ORDER BY {VERSION_NUMBER} DESC");
  private static final TableSql ONE = TableSql.of(TABLE, ABOUT + " WHERE {VERSION_KEY} = ?");
  private static final TableSql COUNT =
      TableSql.of(TABLE, "SELECT COUNT(*) AS {AMOUNT} FROM {} WHERE {SEQUENCE_ID} = ?");

  private final Sql sql;
  private final Map<String, SequenceVersion> kept = new Kept();

  VersionStore(Sql sql) {
    this.sql = sql;
  }

  Optional<SequenceVersion> find(long sequenceId, int number) {
    String key = key(sequenceId, number);
    SequenceVersion known = kept(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<SequenceVersion> read =
        sql.read(c -> STEPS.read(c, row -> StepText.read(row.text("STEPS")), key)).stream()
            .findFirst()
            .map(steps -> new SequenceVersion(sequenceId, number, steps));
    read.ifPresent(version -> keep(key, version));
    return read;
  }

  private @Nullable SequenceVersion kept(String key) {
    synchronized (kept) {
      return kept.get(key);
    }
  }

  private void keep(String key, SequenceVersion version) {
    synchronized (kept) {
      kept.put(key, version);
    }
  }

  /** Of one sequence, the newest first, without the steps. */
  List<Publication> page(long sequenceId, int startAt, int maxResults) {
    return sql.read(
        c -> NEWEST_FIRST.page(c, startAt, maxResults, VersionStore::publication, sequenceId));
  }

  Optional<Publication> publication(long sequenceId, int number) {
    String key = key(sequenceId, number);
    return sql.read(c -> ONE.read(c, VersionStore::publication, key)).stream().findFirst();
  }

  int count(long sequenceId) {
    return sql.read(c -> COUNT.read(c, row -> Math.toIntExact(row.number("AMOUNT")), sequenceId))
        .get(0);
  }

  void insert(Connection c, Publication publication, List<Step> steps) throws SQLException {
    TABLE.insert(
        c,
        Columns.of("VERSION_KEY", key(publication.sequenceId(), publication.number()))
            .and("SEQUENCE_ID", publication.sequenceId())
            .and("VERSION_NUMBER", publication.number())
            .and("STEPS", StepText.write(steps))
            .and("STEP_COUNT", publication.stepCount())
            .and("APPLY", publication.apply().name())
            .and("NOTE", publication.note())
            .and("PUBLISHED_BY", publication.by())
            .and("PUBLISHED_AT", publication.at().toEpochMilli())
            .and("CONTINUE_SINCE", millis(publication)));
  }

  private static @Nullable Long millis(Publication publication) {
    return publication.continueSince() == null
        ? null
        : Long.valueOf(publication.continueSince().toEpochMilli());
  }

  void delete(Connection c, long sequenceId) throws SQLException {
    TABLE.delete(c, Columns.of("SEQUENCE_ID", sequenceId));
  }

  private static Publication publication(Row row) throws SQLException {
    return new Publication(
        row.number("SEQUENCE_ID"),
        Math.toIntExact(row.number("VERSION_NUMBER")),
        Words.of(Apply.class, row.text("APPLY")),
        row.textOrNull("NOTE"),
        row.textOrNull("PUBLISHED_BY"),
        row.moment("PUBLISHED_AT"),
        row.momentOrNull("CONTINUE_SINCE"),
        Math.toIntExact(row.number("STEP_COUNT")));
  }

  private static String key(long sequenceId, int number) {
    return sequenceId + "." + number;
  }

  /** Forgets what was not asked for longest. */
  private static final class Kept extends LinkedHashMap<String, SequenceVersion> {

    private static final long serialVersionUID = 1;
    private static final float LOAD = 0.75f;

    Kept() {
      super(KEPT, LOAD, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, SequenceVersion> eldest) {
      return size() > KEPT;
    }
  }
}
