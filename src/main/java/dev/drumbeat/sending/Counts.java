package dev.drumbeat.sending;

import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts what was handed over, unknown outcomes included, from the sends themselves (L4): nothing
 * is kept in memory, so restarts and other nodes change nothing. Each question is a range of an
 * index.
 */
final class Counts {

  private static final Table TABLE = Table.of(SendRow.TABLE);

  private static final String SPAN = " AND {HANDED_OVER_AT} >= ? AND {HANDED_OVER_AT} < ?";

  private static final TableSql OF_ACCOUNT =
      TableSql.of(TABLE, "SELECT COUNT(*) AS {AMOUNT} FROM {} WHERE {ACCOUNT_ID} = ?" + SPAN);
  private static final TableSql LATEST_OF_ACCOUNT =
      TableSql.of(
          TABLE,
          "SELECT {HANDED_OVER_AT} FROM {} WHERE {ACCOUNT_ID} = ?"
              + SPAN
              + " ORDER BY {ACCOUNT_ID} DESC, {HANDED_OVER_AT} DESC");
  private static final TableSql OF_CAMPAIGN =
      TableSql.of(TABLE, "SELECT COUNT(*) AS {AMOUNT} FROM {} WHERE {CAMPAIGN_ID} = ?" + SPAN);
  private static final TableSql NEW_OF_CAMPAIGN =
      TableSql.of(
          TABLE,
          "SELECT COUNT(*) AS {AMOUNT} FROM {} WHERE {CAMPAIGN_ID} = ?"
              + SPAN
              + " AND {OPENER} = ?");
  private static final TableSql TO_LEAD =
      TableSql.of(
          TABLE, "SELECT MAX({HANDED_OVER_AT}) AS {LATEST} FROM {} WHERE {ADDRESS_KEY} = ?" + SPAN);
  private static final TableSql RIVALS =
      TableSql.of(
          TABLE,
          "SELECT COUNT(*) AS {AMOUNT} FROM {} WHERE {ADDRESS_KEY} = ? AND {ID} <> ?"
              + " AND (({HANDED_OVER_AT} >= ? AND {HANDED_OVER_AT} < ?) OR ({STATE} = 'CLAIMED' AND {ID} < ?))");

  private final Sql sql;

  Counts(Sql sql) {
    this.sql = sql;
  }

  /** What left from an account in that span. */
  int ofAccount(long accountId, Span span) {
    return sql.read(c -> count(c, OF_ACCOUNT, accountId, span.first(), span.end()));
  }

  /** When the last message but so many of a span left from an account. */
  Optional<Instant> latestOfAccount(long accountId, int butSoMany, Span span) {
    return sql.read(
        c ->
            LATEST_OF_ACCOUNT
                .page(
                    c,
                    butSoMany,
                    1,
                    row -> row.moment("HANDED_OVER_AT"),
                    accountId,
                    span.first(),
                    span.end())
                .stream()
                .findFirst());
  }

  /** What left for a campaign in that span. */
  int ofCampaign(Connection c, long campaignId, Span span) throws SQLException {
    return count(c, OF_CAMPAIGN, campaignId, span.first(), span.end());
  }

  /** How many leads of a campaign got their first message in that span. */
  int newOfCampaign(Connection c, long campaignId, Span span) throws SQLException {
    return count(c, NEW_OF_CAMPAIGN, campaignId, span.first(), span.end(), true);
  }

  /** When something last left to a person in that span, in any campaign. */
  Optional<Instant> latestTo(String addressKey, Span span) {
    return sql.read(
        c ->
            TO_LEAD
                .read(
                    c,
                    row -> Optional.ofNullable(row.momentOrNull("LATEST")),
                    addressKey,
                    span.first(),
                    span.end())
                .get(0));
  }

  /**
   * Whether another campaign is just writing to the same person, or did in that span. Of two that
   * are claimed at one moment the older goes first, and both see that.
   */
  boolean hasRival(Send send, Span span) {
    return sql.read(
            c ->
                count(c, RIVALS, send.addressKey(), send.id(), span.first(), span.end(), send.id()))
        > 0;
  }

  /**
   * Hand-overs from then on and before the end. It has an end since a clock that was set back
   * leaves some that are later than now, and those hold nobody.
   */
  record Span(Instant from, Instant until) {

    private long first() {
      return from.toEpochMilli();
    }

    private long end() {
      return until.toEpochMilli();
    }
  }

  private static int count(Connection c, TableSql question, Object... values) throws SQLException {
    return question.read(c, row -> Math.toIntExact(row.number("AMOUNT")), values).get(0);
  }
}
