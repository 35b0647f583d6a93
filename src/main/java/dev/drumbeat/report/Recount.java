package dev.drumbeat.report;

import dev.drumbeat.campaign.CampaignRow;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.enrollment.EnrollmentRow;
import dev.drumbeat.enrollment.Tallies;
import dev.drumbeat.enrollment.Tally;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Counts the campaigns that are older than their numbers, once. What they lack is the difference of
 * what is there and what was counted, read in one statement; both change in the same units, so it
 * stays the same however busy the campaign is.
 */
public final class Recount {

  private static final int SLICE = 200;

  private static final Table CAMPAIGN = Table.of(CampaignRow.TABLE);
  private static final Table RUN = Table.of(EnrollmentRow.TABLE);

  private static final TableSql UNCOUNTED =
      TableSql.of(CAMPAIGN, "SELECT {ID} FROM {} WHERE {COUNTED_AT} IS NULL ORDER BY {ID}");
  private static final TableSql CLAIM =
      TableSql.of(
          CAMPAIGN, "UPDATE {} SET {COUNTED_AT} = ? WHERE {ID} = ? AND {COUNTED_AT} IS NULL");

  private static final TableSql UNMARKED =
      TableSql.of(
          RUN,
          "SELECT {ID} FROM {} WHERE {ID} > ? AND {CAMPAIGN_ID} = ?"
              + " AND {DELIVERED} IS NULL ORDER BY {ID}");

  /** Whoever is about to count a message of the run waits for the marks, and counts then. */
  private static final TableSql HOLD =
      TableSql.of(RUN, "UPDATE {} SET {VERSION} = {VERSION} WHERE {ID} = ?");

  private static final TableSql MARK =
      TableSql.of(
          RUN,
          "UPDATE {} SET {DELIVERED} = (SELECT COUNT(*) FROM {@SEND} WHERE {ENROLLMENT_ID} = ?"
              + " AND {STATE} = 'SENT' AND {BOUNCED_AT} IS NULL),"
              + " {REPLIED_AT} = (SELECT MIN({AT}) FROM {@EVENT} WHERE {ENROLLMENT_ID} = ?"
              + " AND {TYPE} = 'REPLIED'),"
              + " {REPLIED_STEP_ID} = COALESCE((SELECT MIN({STEP_ID}) FROM {@SEND} WHERE {ID} ="
              + " (SELECT MIN({SEND_ID}) FROM {@EVENT} WHERE {ENROLLMENT_ID} = ?"
              + " AND {TYPE} = 'REPLIED')), 0),"
              + " {UNSUBSCRIBED_AT} = (SELECT MIN({AT}) FROM {@EVENT} WHERE {ENROLLMENT_ID} = ?"
              + " AND {TYPE} = 'UNSUBSCRIBED')"
              + " WHERE {ID} = ? AND {DELIVERED} IS NULL");

  private final Sql sql;
  private final InstantSource clock;

  public Recount(Sql sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Counts those that were never counted; begun anew it goes on where it was. */
  public void run(BooleanSupplier isThereTime) {
    for (long campaign : sql.read(c -> UNCOUNTED.read(c, row -> row.number("ID")))) {
      if (!mark(campaign, isThereTime)) {
        return;
      }
      sql.write(c -> count(c, campaign));
    }
  }

  /** False when its time is up before all are marked. */
  private boolean mark(long campaign, BooleanSupplier isThereTime) {
    List<Long> runs = unmarked(campaign, 0);
    while (!runs.isEmpty()) {
      if (!isThereTime.getAsBoolean()) {
        return false;
      }
      List<Long> slice = runs;
      sql.write(c -> mark(c, slice));
      runs = unmarked(campaign, slice.get(slice.size() - 1));
    }
    return true;
  }

  /** By key range, since those before are marked. */
  private List<Long> unmarked(long campaign, long afterId) {
    return sql.read(c -> UNMARKED.page(c, 0, SLICE, row -> row.number("ID"), afterId, campaign));
  }

  private static int mark(Connection c, List<Long> runs) throws SQLException {
    HOLD.changeAll(c, runs.stream().map(List::<Object>of).toList());
    return MARK.changeAll(
        c, runs.stream().map(run -> Collections.<Object>nCopies(5, run)).toList());
  }

  private int count(Connection c, long campaign) throws SQLException {
    if (CLAIM.change(c, clock.millis(), campaign) == 0) {
      return 0;
    }
    List<Tally> uncounted = Facts.uncounted(c, campaign);
    Tallies.add(c, uncounted);
    return uncounted.size();
  }

  /** What the numbers of a campaign lack; there is nothing once it was counted. */
  public List<Tally> uncounted(long campaign) {
    return Tallies.summedUp(sql.read(c -> Facts.uncounted(c, campaign)));
  }
}
