package dev.drumbeat.reply;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/** The table of mailboxes, one for each mail account: how far it was read and what came of it. */
@Preload
@Table(MailboxRow.TABLE)
public interface MailboxRow extends RawEntity<Long> {

  String TABLE = "MAILBOX";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** The mail account. */
  @NotNull
  @Unique
  Long getAccountId();

  /** A hash of server, user and folder: with another one the account is read from the start. */
  @StringLength(32)
  @Nullable String getPlaceKey();

  /** What the server's UIDs belong to; null before the first reading. */
  @Nullable Long getUidValidity();

  /** Everything up to that UID was read. */
  @Nullable Long getLastUid();

  /** When it was last read to its end, epoch milliseconds; null is never. */
  @Nullable Long getReadAt();

  /** When somebody last tried, epoch milliseconds; null is never. */
  @Nullable Long getTriedAt();

  /** Why the last try failed, as {@link dev.drumbeat.mail.ReasonText} writes it. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getFailure();

  /** Messages that concern a lead. */
  @NotNull
  Long getKept();

  /** Messages of people whom nobody wrote to, and our own. */
  @NotNull
  Long getIgnored();

  /** Messages that could not be read. */
  @NotNull
  Long getSkipped();

  /** The last of these: its UID and why. */
  @StringLength(450)
  @Nullable String getLastSkipped();
}
