package dev.drumbeat.sending;

import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.database.Table;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.enrollment.Enrollment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Claims sends for one holder, marks their hand-over and gives them back (X1-X3). The row exists
 * before anything leaves, and each change names the state and the holder that it starts from.
 */
final class Claims {

  /**
   * Longer than the longest silence of a server, so that nobody doubts a hand-over that goes on.
   */
  private static final Duration LEASE = Duration.ofMinutes(10);

  static final Table TABLE = Table.of(SendRow.TABLE);

  private static final TableSql BY_KEY =
      TableSql.of(TABLE, "SELECT * FROM {} WHERE {SEND_KEY} = ?");
  private static final TableSql FAILING =
      TableSql.of(TABLE, "SELECT {FAILING_SINCE} FROM {} WHERE {ID} = ?");
  private static final TableSql MARK =
      TableSql.of(
          TABLE,
          "UPDATE {} SET {STATE} = 'HANDED_OVER', {HANDED_OVER_AT} = ?, {UPDATED_AT} = ?,"
              + " {MAILBOX_READ_AT} = ?, {LEASE_UNTIL} = ?"
              + " WHERE {ID} = ? AND {STATE} = 'CLAIMED' AND {HOLDER} = ? AND {LEASE_UNTIL} > ?");
  private static final String FREE =
      "UPDATE {} SET {STATE} = 'PLANNED', {HANDED_OVER_AT} = NULL, {UPDATED_AT} = ?,"
          + " {HOLDER} = NULL, {LEASE_UNTIL} = NULL WHERE {ID} = ? AND {HOLDER} = ?";
  private static final TableSql GIVE_BACK = TableSql.of(TABLE, FREE + " AND {STATE} = 'CLAIMED'");
  private static final TableSql RELEASE =
      TableSql.of(TABLE, FREE + " AND {STATE} IN ('CLAIMED', 'HANDED_OVER')");

  private final Sql sql;
  private final Holder holder;
  private final InstantSource clock;

  Claims(Sql sql, Holder holder, InstantSource clock) {
    this.sql = sql;
    this.holder = holder;
    this.clock = clock;
  }

  /** The send of what the run would get now, if it was ever begun. */
  Optional<Send> of(Enrollment run) {
    return sql.read(c -> byKey(c, Sends.key(run)));
  }

  private static Optional<Send> byKey(Connection c, String key) throws SQLException {
    return BY_KEY.read(c, Sends::send, key).stream().findFirst();
  }

  /** Claims the send of a run; empty when somebody else was faster. */
  Optional<Send> claim(Enrollment run, Letter letter) {
    try {
      return sql.write(c -> claim(c, run, letter));
    } catch (SqlFailure e) {
      if (e.isDuplicate()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<Send> claim(Connection c, Enrollment run, Letter letter) throws SQLException {
    Optional<Send> before = byKey(c, Sends.key(run));
    boolean done = before.isEmpty() ? insert(c, run, letter) : again(c, before.get(), letter);
    return done ? byKey(c, Sends.key(run)) : Optional.empty();
  }

  private boolean insert(Connection c, Enrollment run, Letter letter) throws SQLException {
    Columns row = Sends.columns(run, clock.instant()).andAll(claimed(letter, 1));
    boolean done = TABLE.insert(c, row) > 0;
    SendTally.begun(c, run);
    return done;
  }

  private boolean again(Connection c, Send before, Letter letter) throws SQLException {
    Columns change = claimed(letter, before.attempts() + 1);
    if (before.state() == SendState.CANCELLED) {
      // Somebody let the run go on, which begins anew.
      change.and("FAILING_SINCE", null);
    }
    Columns unchanged = Columns.of("ID", before.id()).and("STATE", before.state().name());
    boolean done =
        before.state().mayBecome(SendState.CLAIMED) && TABLE.update(c, change, unchanged) == 1;
    if (done) {
      SendTally.changed(c, before, before.state(), SendState.CLAIMED);
    }
    return done;
  }

  private Columns claimed(Letter letter, int attempts) {
    return Columns.of("STATE", SendState.CLAIMED.name())
        .and("SUBJECT", letter.subject())
        .and("VARIANT", letter.variant())
        .and("MESSAGE_ID", letter.messageId())
        .and("MESSAGE_KEY", Sends.messageKey(letter.messageId()))
        .and("ATTEMPTS", attempts)
        .and("NODE", holder.node())
        .and("HOLDER", holder.engine())
        .and("LEASE_UNTIL", leaseUntil())
        .and("ENDED_AT", null)
        .and("REASON", null)
        .and("UPDATED_AT", clock.millis());
  }

  private long leaseUntil() {
    return holder.leases().millis() + LEASE.toMillis();
  }

  /** Marks that the body is about to leave; false when the send is not ours any more. */
  boolean mark(Connection c, Send send, @Nullable Instant mailboxReadAt) throws SQLException {
    long now = clock.millis();
    return MARK.change(
            c,
            now,
            now,
            Sends.millis(mailboxReadAt),
            leaseUntil(),
            send.id(),
            holder.engine(),
            holder.leases().millis())
        == 1;
  }

  /** Gives a send back that was not marked; nothing happens when it is not ours any more. */
  void giveBack(Send send) {
    sql.write(c -> GIVE_BACK.change(c, clock.millis(), send.id(), holder.engine()));
  }

  /** Gives a send back of which we know that no byte has left, marked or not. */
  boolean release(Connection c, Send send) throws SQLException {
    return RELEASE.change(c, clock.millis(), send.id(), holder.engine()) == 1;
  }

  /** When the address was first refused for now, if it was. */
  Optional<Instant> failingSince(Connection c, Send send) throws SQLException {
    return FAILING
        .read(c, row -> Optional.ofNullable(row.momentOrNull("FAILING_SINCE")), send.id())
        .stream()
        .findFirst()
        .orElse(Optional.empty());
  }

  /** Ends the work on a send that is ours; false when it is not. */
  boolean end(Connection c, Send send, SendState from, SendState to, Columns change)
      throws SQLException {
    if (!from.mayBecome(to)) {
      return false;
    }
    Columns all =
        Columns.of("STATE", to.name())
            .and("LEASE_UNTIL", null)
            .and("UPDATED_AT", clock.millis())
            .andAll(change);
    Columns mine =
        Columns.of("ID", send.id()).and("STATE", from.name()).and("HOLDER", holder.engine());
    boolean done = TABLE.update(c, all, mine) == 1;
    if (done) {
      SendTally.changed(c, send, from, to);
    }
    return done;
  }
}
