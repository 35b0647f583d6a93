package dev.drumbeat.enrollment;

import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * When campaigns write to somebody next, in one statement: the first entry of an index for each
 * campaign and state. A minimum over all of their runs would read every one of them.
 */
final class NextDue {

  private static final Table TABLE = Table.of(EnrollmentRow.TABLE);
  private static final List<EnrollmentState> MOVING =
      List.of(EnrollmentState.ACTIVE, EnrollmentState.PENDING);

  private final List<Object> values = new ArrayList<>();

  private NextDue() {}

  static NextDue of(Collection<Long> campaignIds) {
    NextDue next = new NextDue();
    for (long campaign : campaignIds) {
      for (EnrollmentState state : MOVING) {
        next.values.add(campaign);
        next.values.add(state.name());
      }
    }
    return next;
  }

  int read(Connection c, Map<Long, Instant> into) throws SQLException {
    TableSql first =
        TableSql.of(
            TABLE,
            "SELECT {CAMPAIGN_ID}, {DUE_AT} FROM {} WHERE {CAMPAIGN_ID} = ? AND {STATE} = ?"
                + " AND {DUE_AT} IS NOT NULL ORDER BY {CAMPAIGN_ID}, {STATE}, {DUE_AT}");
    return first
        .firsts(
            c,
            values.size() / 2,
            row ->
                into.merge(
                    row.number("CAMPAIGN_ID"),
                    row.moment("DUE_AT"),
                    (one, other) -> one.isBefore(other) ? one : other),
            values.toArray())
        .size();
  }
}
