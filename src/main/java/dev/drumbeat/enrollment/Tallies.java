package dev.drumbeat.enrollment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The only class that changes the table of numbers. Whatever changes a fact adds its amounts in the
 * same unit; adding locks nothing, so busy campaigns never wait for their numbers. Folding sums up
 * what was added and deletes exactly those rows, so that there is never much to sum.
 */
public final class Tallies {

  private static final Table TABLE = Table.of(TallyRow.TABLE);

  private static final TableSql FRESH =
      TableSql.of(TABLE, "SELECT * FROM {} WHERE {FOLDED} = ? ORDER BY {FOLDED}, {ID}");
  private static final TableSql ADD_UP =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {AMOUNT} = {AMOUNT} + ?"
              + " WHERE {CAMPAIGN_ID} = ? AND {METRIC} = ? AND {STEP_ID} = ? AND {FOLDED} = ?");
  private static final TableSql SWEEP =
      TableSql.of(
          TABLE, "DELETE FROM {} WHERE {CAMPAIGN_ID} = ? AND {FOLDED} = ? AND {AMOUNT} = 0");
  private static final TableSql TOTALS =
      TableSql.of(TABLE, "SELECT {METRIC}, SUM({AMOUNT}) AS {TOTAL} FROM {} GROUP BY {METRIC}");
  private static final String SUMS =
      "SELECT {CAMPAIGN_ID}, {METRIC}, {STEP_ID}, SUM({AMOUNT}) AS {TOTAL} FROM {}"
          + " WHERE {CAMPAIGN_ID} IN (%s) GROUP BY {CAMPAIGN_ID}, {METRIC}, {STEP_ID}";

  private final Sql sql;

  public Tallies(Sql sql) {
    this.sql = sql;
  }

  /** Adds amounts as part of the unit that changes what they count. */
  public static void add(Connection c, Collection<Tally> amounts) throws SQLException {
    TABLE.insertAll(c, summedUp(amounts).stream().map(t -> columns(t, false)).toList());
  }

  /** One amount for each thing that is counted, without those that come to nothing. */
  public static List<Tally> summedUp(Collection<Tally> amounts) {
    Map<Tally, Long> sums =
        amounts.stream().collect(groupingBy(Tallies::key, summingLong(Tally::amount)));
    return sums.entrySet().stream()
        .filter(sum -> sum.getValue() != 0)
        .map(sum -> with(sum.getKey(), sum.getValue()))
        .toList();
  }

  private static Tally key(Tally tally) {
    return with(tally, 0);
  }

  private static Tally with(Tally tally, long amount) {
    return new Tally(tally.campaignId(), tally.metric(), tally.stepId(), amount);
  }

  /** What everything in those campaigns amounts to at this moment. */
  public List<Tally> sums(Collection<Long> campaignIds) {
    if (campaignIds.isEmpty()) {
      return List.of();
    }
    String marks = String.join(", ", Collections.nCopies(campaignIds.size(), "?"));
    // One statement, since a fold between two of them would be seen by half.
    TableSql select = TableSql.of(TABLE, SUMS.formatted(marks));
    return sql.read(c -> select.read(c, row -> tally(row, "TOTAL"), campaignIds.toArray()));
  }

  /** What each thing that is counted amounts to in all campaigns. */
  public Map<String, Long> totals() {
    Map<String, Long> totals = new HashMap<>();
    sql.read(c -> TOTALS.read(c, row -> totals.put(row.text("METRIC"), row.number("TOTAL"))));
    return totals;
  }

  /** Whether more than so many rows that were added wait to be folded. */
  public boolean isBehind(int limit) {
    return !sql.read(c -> FRESH.page(c, limit, 1, row -> row.number("ID"), false)).isEmpty();
  }

  /**
   * Folds so many of the rows that were added, and answers how many there were. Of two nodes that
   * fold at the same time one fails, and nothing of it remains.
   */
  public int fold(int limit) {
    return sql.write(c -> fold(c, limit));
  }

  private static int fold(Connection c, int limit) throws SQLException {
    List<Long> ids = new ArrayList<>();
    List<Tally> amounts =
        FRESH.page(
            c,
            0,
            limit,
            row -> {
              ids.add(row.number("ID"));
              return tally(row, "AMOUNT");
            },
            false);
    if (ids.isEmpty()) {
      return 0;
    }
    delete(c, ids);
    for (Tally sum : summedUp(amounts)) {
      addUp(c, sum);
    }
    for (long campaign : amounts.stream().map(Tally::campaignId).distinct().toList()) {
      SWEEP.change(c, campaign, true);
    }
    return ids.size();
  }

  private static void delete(Connection c, List<Long> ids) throws SQLException {
    String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
    TableSql delete = TableSql.of(TABLE, "DELETE FROM {} WHERE {ID} IN (%s)".formatted(marks));
    if (delete.change(c, ids.toArray()) != ids.size()) {
      throw new IllegalStateException("somebody else folds the numbers");
    }
  }

  private static void addUp(Connection c, Tally sum) throws SQLException {
    boolean there =
        ADD_UP.change(c, sum.amount(), sum.campaignId(), sum.metric(), sum.stepId(), true) > 0;
    if (!there) {
      TABLE.insert(c, columns(sum, true));
    }
  }

  private static Columns columns(Tally tally, boolean folded) {
    return Columns.of("CAMPAIGN_ID", tally.campaignId())
        .and("METRIC", tally.metric())
        .and("STEP_ID", tally.stepId())
        .and("AMOUNT", tally.amount())
        .and("FOLDED", folded);
  }

  private static Tally tally(Row row, String amount) throws SQLException {
    return new Tally(
        row.number("CAMPAIGN_ID"), row.text("METRIC"), row.number("STEP_ID"), row.number(amount));
  }
}
