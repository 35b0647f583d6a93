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

  private static final TableSql OF_ACCOUNT =
      TableSql.of(
          TABLE,
          "SELECT COUNT(*) AS {AMOUNT} FROM {} WHERE {ACCOUNT_ID} = ? AND {HANDED_OVER_AT} >= ?");
  private static final TableSql LATEST_OF_ACCOUNT =
      TableSql.of(
          TABLE,
          "SELECT {HANDED_OVER_AT} FROM {} WHERE {ACCOUNT_ID} = ? AND {HANDED_OVER_AT} >= ?"
              + " ORDER BY {ACCOUNT_ID} DESC, {HANDED_OVER_AT} DESC");
  private static final TableSql OF_CAMPAIGN =
      TableSql.of(
          TABLE,
          "SELECT COUNT(*) AS {AMOUNT} FROM {} WHERE {CAMPAIGN_ID} = ? AND {HANDED_OVER_AT} >= ?");
  private static final TableSql NEW_OF_CAMPAIGN =
      TableSql.of(
          TABLE,
          "SELECT COUNT(*) AS {AMOUNT} FROM {} WHERE {CAMPAIGN_ID} = ? AND {HANDED_OVER_AT} >= ?"
              + " AND {OPENER} = ?");
  private static final TableSql TO_LEAD =
      TableSql.of(
          TABLE,
          "SELECT MAX({HANDED_OVER_AT}) AS {LATEST} FROM {} WHERE {ADDRESS_KEY} = ?"
              + " AND {HANDED_OVER_AT} >= ?");
  private static final TableSql RIVALS =
      TableSql.of(
          TABLE,
          "SELECT COUNT(*) AS {AMOUNT} FROM {} WHERE {ADDRESS_KEY} = ? AND {ID} <> ?"
              + " AND ({HANDED_OVER_AT} >= ? OR ({STATE} = 'CLAIMED' AND {ID} < ?))");

  private final Sql sql;

  Counts(Sql sql) {
    this.sql = sql;
  }

  /** What left from an account since then. */
  int ofAccount(long accountId, Instant since) {
    return sql.read(c -> count(c, OF_ACCOUNT, accountId, since.toEpochMilli()));
  }

  /** When the last message but so many left from an account, if that was since then. */
  Optional<Instant> latestOfAccount(long accountId, int butSoMany, Instant since) {
    return sql.read(
        c ->
            LATEST_OF_ACCOUNT
                .page(
                    c,
                    butSoMany,
                    1,
                    row -> row.moment("HANDED_OVER_AT"),
                    accountId,
                    since.toEpochMilli())
                .stream()
                .findFirst());
  }

  /** What left for a campaign since then. */
  int ofCampaign(Connection c, long campaignId, Instant since) throws SQLException {
    return count(c, OF_CAMPAIGN, campaignId, since.toEpochMilli());
  }

  /** How many leads of a campaign got their first message since then. */
  int newOfCampaign(Connection c, long campaignId, Instant since) throws SQLException {
    return count(c, NEW_OF_CAMPAIGN, campaignId, since.toEpochMilli(), true);
  }

  /** When something last left to a person, in any campaign, if that was since then. */
  Optional<Instant> latestTo(String addressKey, Instant since) {
    return sql.read(
        c ->
            TO_LEAD
                .read(
                    c,
                    row -> Optional.ofNullable(row.momentOrNull("LATEST")),
                    addressKey,
                    since.toEpochMilli())
                .get(0));
  }

  /**
   * Whether another campaign is just writing to the same person, or did since then. Of two that are
   * claimed at one moment the older goes first, and both see that.
   */
  boolean hasRival(Send send, Instant since) {
    return sql.read(
            c -> count(c, RIVALS, send.addressKey(), send.id(), since.toEpochMilli(), send.id()))
        > 0;
  }

  private static int count(Connection c, TableSql question, Object... values) throws SQLException {
    return question.read(c, row -> Math.toIntExact(row.number("AMOUNT")), values).get(0);
  }
}
