package dev.drumbeat.report;

import dev.drumbeat.database.Row;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.database.Words;
import dev.drumbeat.enrollment.EnrollmentRow;
import dev.drumbeat.enrollment.Tally;
import dev.drumbeat.enrollment.TallyRow;
import dev.drumbeat.sending.SendRow;
import dev.drumbeat.sending.SendState;
import dev.drumbeat.sending.SendTally;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts the rows of a campaign, and takes off what was counted already. All of it is one
 * statement, which sees one moment: rows and their amounts change in the same units.
 */
final class Facts {

  private static final String RUNS = " FROM {@" + EnrollmentRow.TABLE + "} WHERE {CAMPAIGN_ID} = ?";
  private static final String SENDS = " FROM {@" + SendRow.TABLE + "} WHERE {CAMPAIGN_ID} = ?";

  /** Stands where a state does, for messages of a variant that came back. */
  private static final String BACK = "BACK";

  private static final List<String> PARTS =
      List.of(
          "SELECT 'tally' AS {KIND}, {METRIC} AS {WORD}, '' AS {WHY}, {STEP_ID} AS {STEP},"
              + " SUM({AMOUNT}) AS {ROWS} FROM {} WHERE {CAMPAIGN_ID} = ?"
              + " GROUP BY {METRIC}, {STEP_ID}",
          "SELECT 'run', {STATE}, {REASON}, {STEP_ID}, COUNT(*)"
              + RUNS
              + " GROUP BY {STATE}, {REASON}, {STEP_ID}",
          "SELECT 'mark', '"
              + Tally.DELIVERED
              + "', '', 0, COUNT(*)"
              + RUNS
              + " AND {DELIVERED} > 0",
          "SELECT 'mark', '"
              + Tally.REPLIED
              + "', '', {REPLIED_STEP_ID}, COUNT(*)"
              + RUNS
              + " AND {REPLIED_AT} IS NOT NULL GROUP BY {REPLIED_STEP_ID}",
          "SELECT 'mark', '"
              + Tally.UNSUBSCRIBED
              + "', '', 0, COUNT(*)"
              + RUNS
              + " AND {UNSUBSCRIBED_AT} IS NOT NULL",
          "SELECT 'send', {STATE}, '', {STEP_ID}, COUNT(*)"
              + SENDS
              + " GROUP BY {STATE}, {STEP_ID}",
          "SELECT 'variant', {STATE}, {VARIANT}, {STEP_ID}, COUNT(*)"
              + SENDS
              + " AND {VARIANT} IS NOT NULL GROUP BY {STATE}, {VARIANT}, {STEP_ID}",
          "SELECT 'variant', '"
              + BACK
              + "', {VARIANT}, {STEP_ID}, COUNT(*)"
              + SENDS
              + " AND {VARIANT} IS NOT NULL AND {STATE} = 'SENT' AND {BOUNCED_AT} IS NOT NULL"
              + " GROUP BY {VARIANT}, {STEP_ID}",
          "SELECT 'mark', '"
              + SendTally.CAME_BACK
              + "', '', {STEP_ID}, COUNT(*)"
              + SENDS
              + " AND {STATE} = 'SENT' AND {BOUNCED_AT} IS NOT NULL GROUP BY {STEP_ID}");

  private static final TableSql ALL =
      TableSql.of(Table.of(TallyRow.TABLE), String.join(" UNION ALL ", PARTS));

  private Facts() {}

  /** Amounts that the numbers of a campaign lack, several perhaps for one thing. */
  static List<Tally> uncounted(Connection c, long campaign) throws SQLException {
    Object[] campaigns = PARTS.stream().map(part -> (Object) campaign).toArray();
    return ALL.read(c, row -> amounts(row, campaign), campaigns).stream()
        .flatMap(amounts -> amounts)
        .toList();
  }

  private static Stream<Tally> amounts(Row row, long campaign) throws SQLException {
    String word = row.text("WORD");
    long step = row.number("STEP");
    long rows = row.number("ROWS");
    return switch (row.text("KIND")) {
      case "tally" -> Stream.of(new Tally(campaign, word, step, -rows));
      case "run" -> Stream.of(Tally.run(campaign, word, row.textOrNull("WHY"), step, rows));
      case "send" -> ofSends(campaign, Words.of(SendState.class, word), step, rows);
      case "variant" -> ofVariant(campaign, word, row.text("WHY"), step, rows);
      default -> Stream.of(new Tally(campaign, word, step, rows));
    };
  }

  private static Stream<Tally> ofSends(long campaign, SendState state, long step, long rows) {
    Tally begun = new Tally(campaign, SendTally.BEGUN, step, rows);
    return SendTally.COUNTED.contains(state)
        ? Stream.of(begun, new Tally(campaign, SendTally.metric(state), step, rows))
        : Stream.of(begun);
  }

  private static Stream<Tally> ofVariant(
      long campaign, String word, String variant, long step, long rows) {
    if (word.equals(BACK)) {
      String metric = SendTally.of(variant, SendTally.CAME_BACK);
      return Stream.of(new Tally(campaign, metric, step, rows));
    }
    SendState state = Words.of(SendState.class, word);
    String metric = SendTally.of(variant, SendTally.metric(state));
    return SendTally.COUNTED.contains(state)
        ? Stream.of(new Tally(campaign, metric, step, rows))
        : Stream.empty();
  }
}
