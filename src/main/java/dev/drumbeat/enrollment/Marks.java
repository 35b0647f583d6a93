package dev.drumbeat.enrollment;

import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run has come to, each counted once for a lead however often it happens (§19): that a
 * message was delivered, that a person answered, that the lead wants no more. Called in the unit of
 * the fact, after its send was changed, since units lock sends before runs.
 */
public final class Marks {

  private static final Table TABLE = Table.of(EnrollmentRow.TABLE);

  /** A run from before these were counted has none, and stays so until it is counted. */
  private static final TableSql DELIVER =
      TableSql.of(TABLE, "UPDATE {} SET {DELIVERED} = {DELIVERED} + ? WHERE {ID} = ?");

  private static final TableSql DELIVERED =
      TableSql.of(TABLE, "SELECT {CAMPAIGN_ID}, {DELIVERED} FROM {} WHERE {ID} = ?");
  private static final TableSql REPLY =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {REPLIED_AT} = ?, {REPLIED_STEP_ID} = ?"
              + " WHERE {ID} = ? AND {REPLIED_AT} IS NULL");
  private static final TableSql UNSUBSCRIBE =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {UNSUBSCRIBED_AT} = ? WHERE {ID} = ? AND {UNSUBSCRIBED_AT} IS NULL");

  private Marks() {}

  /** A message reached the lead of a run. */
  public static void delivered(Connection c, long runId) throws SQLException {
    count(c, runId, 1, 1);
  }

  /** A message that seemed to have reached the lead came back. */
  public static void cameBack(Connection c, long runId) throws SQLException {
    count(c, runId, -1, 0);
  }

  /** The number of leads changes where the number of a lead's messages gets from or to none. */
  private static void count(Connection c, long runId, int amount, long turningPoint)
      throws SQLException {
    DELIVER.change(c, amount, runId);
    Optional<Delivered> now =
        DELIVERED
            .read(
                c,
                row -> new Delivered(row.number("CAMPAIGN_ID"), row.numberOrNull("DELIVERED")),
                runId)
            .stream()
            .findFirst();
    if (now.isPresent() && Long.valueOf(turningPoint).equals(now.get().messages())) {
      long campaign = now.get().campaignId();
      Tallies.add(c, List.of(new Tally(campaign, Tally.DELIVERED, Tally.NO_STEP, amount)));
    }
  }

  /** A person answered; the first answer counts for its step, or 0 if there is none (A4). */
  public static void replied(Connection c, long campaignId, long runId, long stepId, Instant at)
      throws SQLException {
    if (REPLY.change(c, at.toEpochMilli(), stepId, runId) == 1) {
      Tallies.add(c, List.of(new Tally(campaignId, Tally.REPLIED, stepId, 1)));
    }
  }

  /** The lead wants no more mail. */
  public static void unsubscribed(Connection c, long campaignId, long runId, Instant at)
      throws SQLException {
    if (UNSUBSCRIBE.change(c, at.toEpochMilli(), runId) == 1) {
      Tallies.add(c, List.of(new Tally(campaignId, Tally.UNSUBSCRIBED, Tally.NO_STEP, 1)));
    }
  }

  /** How many messages of a run reached its lead; null was never counted. */
  private record Delivered(long campaignId, @Nullable Long messages) {}
}
