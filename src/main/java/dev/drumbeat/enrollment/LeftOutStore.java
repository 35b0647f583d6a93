package dev.drumbeat.enrollment;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.database.Words;
import dev.drumbeat.mail.ReasonText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.java.ao.Query;
import org.jspecify.annotations.Nullable;

/** The only class that touches the table of candidates who were not admitted. */
public final class LeftOutStore {

  private static final Table TABLE = Table.of(LeftOutRow.TABLE);
  private static final int LONGEST_ADDRESS = 320;

  private static final TableSql BY_REASON =
      TableSql.of(
          TABLE,
          "SELECT {WHY}, COUNT(*) AS {AMOUNT} FROM {} WHERE {CAMPAIGN_ID} = ? GROUP BY {WHY}");

  private final ActiveObjects tables;
  private final Sql sql;

  public LeftOutStore(ActiveObjects tables, Sql sql) {
    this.tables = tables;
    this.sql = sql;
  }

  /** Who was left out of a campaign, in the order of the audience; null is for any reason. */
  public List<LeftOut> page(
      long campaignId, @Nullable LeftOutReason why, int startAt, int maxResults) {
    Query query = query(campaignId, why).order("ID ASC").limit(maxResults).offset(startAt);
    return Words.readable(Stream.of(tables.find(LeftOutRow.class, query)), LeftOutStore::leftOut)
        .toList();
  }

  /** How many were left out of a campaign; null is for any reason. */
  public int count(long campaignId, @Nullable LeftOutReason why) {
    return tables.count(LeftOutRow.class, query(campaignId, why));
  }

  /** How many were left out of a campaign for each reason; reasons without any are left out. */
  public Map<LeftOutReason, Integer> countByReason(long campaignId) {
    Map<LeftOutReason, Integer> counts = new EnumMap<>(LeftOutReason.class);
    sql.read(
        c ->
            BY_REASON.read(
                c,
                row ->
                    counts.put(
                        Words.of(LeftOutReason.class, row.text("WHY")),
                        Math.toIntExact(row.number("AMOUNT"))),
                campaignId));
    return counts;
  }

  private static Query query(long campaignId, @Nullable LeftOutReason why) {
    return why == null
        ? Query.select().where("CAMPAIGN_ID = ?", campaignId)
        : Query.select().where("CAMPAIGN_ID = ? AND WHY = ?", campaignId, why.name());
  }

  /** Which of the keys are there; for one slice of an audience. */
  Set<String> known(Collection<String> keys) {
    if (keys.isEmpty()) {
      return Set.of();
    }
    String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
    Query query = Query.select().where("LEFT_KEY IN (" + marks + ")", keys.toArray());
    Set<String> known = new HashSet<>();
    Stream.of(tables.find(LeftOutRow.class, query)).forEach(row -> known.add(row.getLeftKey()));
    return known;
  }

  /** Adds them by their keys; fails as a duplicate when one is there already. */
  void insert(Connection c, long campaignId, Map<String, LeftOut> leftOut) throws SQLException {
    TABLE.insertAll(
        c,
        leftOut.entrySet().stream()
            .map(entry -> columns(entry.getKey(), campaignId, entry.getValue()))
            .toList());
  }

  private static Columns columns(String key, long campaignId, LeftOut leftOut) {
    return Columns.of("LEFT_KEY", key)
        .and("CAMPAIGN_ID", campaignId)
        .and("ISSUE_KEY", leftOut.issueKey())
        .and("ADDRESS", shortened(leftOut.address()))
        .and("WHY", leftOut.why().name())
        .and("DETAIL", EnrollmentRows.text(leftOut.detail()));
  }

  private static @Nullable String shortened(@Nullable String address) {
    return address == null || address.length() <= LONGEST_ADDRESS
        ? address
        : address.substring(0, LONGEST_ADDRESS);
  }

  private static LeftOut leftOut(LeftOutRow row) {
    String detail = row.getDetail();
    return new LeftOut(
        row.getIssueKey(),
        row.getAddress(),
        Words.of(LeftOutReason.class, row.getWhy()),
        detail == null ? null : ReasonText.read(detail));
  }
}
