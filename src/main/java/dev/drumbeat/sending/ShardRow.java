package dev.drumbeat.sending;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/**
 * The table of shards, one for each mail account that ever had something to send: who works on it,
 * how the last tick went, and what holds it.
 */
@Table(ShardRow.TABLE)
public interface ShardRow extends RawEntity<Long> {

  String TABLE = "SHARD";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** The mail account. */
  @NotNull
  @Unique
  Long getAccountId();

  /** The node that works on it or did last. */
  @Nullable String getNode();

  /** The engine on that node; null when none works on it. */
  @StringLength(60)
  @Nullable String getHolder();

  /** Until when it is theirs, epoch milliseconds of the system's clock. */
  @Nullable Long getLeaseUntil();

  /** When it was last looked at, epoch milliseconds. */
  @Nullable Long getLastTickAt();

  /** Why nothing leaves now, as {@link dev.drumbeat.mail.ReasonText} writes it. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getHoldReason();

  /** When that is looked at again, epoch milliseconds. */
  @Nullable Long getHoldUntil();

  /** Ticks in a row that the account's server ended. */
  int getFailures();

  /** When the last long time began in which nobody sent, epoch milliseconds. */
  @Nullable Long getIdleFrom();

  /** When it ended, epoch milliseconds. */
  @Nullable Long getIdleTo();
}
