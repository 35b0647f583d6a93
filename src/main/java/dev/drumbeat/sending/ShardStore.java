package dev.drumbeat.sending;

import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Row;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.mail.ReasonText;
import dev.drumbeat.sending.Shard.Hold;
import dev.drumbeat.sending.Shard.Idle;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The only class that touches the table of shards. Leases go by the system's clock. */
public final class ShardStore {

  /** A tick that pauses for longer than this has to be asked what is still wanted (T20). */
  private static final Duration LONG = Duration.ofHours(24);

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Table TABLE = Table.of(ShardRow.TABLE);

  private static final TableSql ALL =
      TableSql.of(TABLE, "SELECT * FROM {} ORDER BY COALESCE({LAST_TICK_AT}, 0), {ACCOUNT_ID}");
  private static final TableSql ONE = TableSql.of(TABLE, "SELECT * FROM {} WHERE {ACCOUNT_ID} = ?");
  private static final TableSql TAKE =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {NODE} = ?, {HOLDER} = ?, {LEASE_UNTIL} = ? WHERE {ACCOUNT_ID} = ?"
              + " AND ({HOLDER} IS NULL OR {NODE} = ? OR {LEASE_UNTIL} < ?)");

  private final Sql sql;

  public ShardStore(Sql sql) {
    this.sql = sql;
  }

  /** All of them, the longest unattended first. */
  public List<Shard> all() {
    return sql.read(c -> ALL.read(c, ShardStore::shard));
  }

  /** The shard of an account, if it ever had work. */
  public Optional<Shard> find(long accountId) {
    return sql.read(c -> ONE.read(c, ShardStore::shard, accountId).stream().findFirst());
  }

  /** Makes the shard the holder's, unless another node works on it. */
  Optional<Shard> take(long accountId, Holder holder) {
    if (find(accountId).isEmpty()) {
      insert(accountId);
    }
    long now = holder.leases().millis();
    boolean taken =
        sql.write(
                c ->
                    TAKE.change(
                        c,
                        holder.node(),
                        holder.engine(),
                        now + LEASE.toMillis(),
                        accountId,
                        holder.node(),
                        now))
            == 1;
    return taken ? find(accountId) : Optional.empty();
  }

  private void insert(long accountId) {
    Columns row = Columns.of("ACCOUNT_ID", accountId).and("FAILURES", 0);
    try {
      sql.write(c -> TABLE.insert(c, row));
    } catch (SqlFailure e) {
      if (!e.isDuplicate()) {
        throw e;
      }
    }
  }

  /** Notes that the account could be sent from at that moment, and since when it could not. */
  Shard attend(Shard shard, Holder holder, Instant now) {
    Instant last = shard.lastTickAt() == null ? Instant.EPOCH : shard.lastTickAt();
    Columns change = Columns.of("LAST_TICK_AT", now.toEpochMilli());
    if (last.plus(LONG).isBefore(now)) {
      change.and("IDLE_FROM", last.toEpochMilli()).and("IDLE_TO", now.toEpochMilli());
    } else if (shard.idle() != null && shard.idle().to().isAfter(now)) {
      // The clock was set back: what becomes due before that end has not waited at all.
      change.and("IDLE_TO", now.toEpochMilli());
    }
    change(shard, holder, change);
    return find(shard.accountId()).orElse(shard);
  }

  /** Notes what holds the account, null is nothing, and how often its server did in a row. */
  void hold(Shard shard, Holder holder, @Nullable Hold hold, int failures) {
    change(
        shard,
        holder,
        Columns.of("HOLD_REASON", hold == null ? null : ReasonText.write(hold.why()))
            .and("HOLD_UNTIL", hold == null ? null : hold.until().toEpochMilli())
            .and("FAILURES", failures));
  }

  /** Lets others have the shard. */
  void release(Shard shard, Holder holder) {
    change(shard, holder, Columns.of("HOLDER", null).and("LEASE_UNTIL", null));
  }

  /** Makes the lease longer; false when somebody else has the shard. */
  boolean renew(Shard shard, Holder holder) {
    long until = holder.leases().millis() + LEASE.toMillis();
    return change(shard, holder, Columns.of("LEASE_UNTIL", until));
  }

  private boolean change(Shard shard, Holder holder, Columns change) {
    Columns mine = Columns.of("ACCOUNT_ID", shard.accountId()).and("HOLDER", holder.engine());
    return sql.write(c -> TABLE.update(c, change, mine)) == 1;
  }

  private static Shard shard(Row row) throws SQLException {
    return new Shard(
        row.number("ACCOUNT_ID"),
        row.textOrNull("NODE"),
        row.momentOrNull("LAST_TICK_AT"),
        hold(row),
        Math.toIntExact(row.number("FAILURES")),
        idle(row));
  }

  private static @Nullable Hold hold(Row row) throws SQLException {
    String why = row.textOrNull("HOLD_REASON");
    Instant until = row.momentOrNull("HOLD_UNTIL");
    return why == null || until == null ? null : new Hold(until, ReasonText.read(why));
  }

  private static @Nullable Idle idle(Row row) throws SQLException {
    Instant from = row.momentOrNull("IDLE_FROM");
    Instant to = row.momentOrNull("IDLE_TO");
    return from == null || to == null ? null : new Idle(from, to);
  }
}
