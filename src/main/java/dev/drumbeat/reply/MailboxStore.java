package dev.drumbeat.reply;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.database.Table;
import dev.drumbeat.mail.ReasonText;
import dev.drumbeat.reply.mailbox.Position;
import dev.drumbeat.request.Reason;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.java.ao.Query;
import org.jspecify.annotations.Nullable;

/** The only class that touches the table of mailboxes. */
public final class MailboxStore {

  private static final Table TABLE = Table.of(MailboxRow.TABLE);

  private final ActiveObjects tables;
  private final Sql sql;

  public MailboxStore(ActiveObjects tables, Sql sql) {
    this.tables = tables;
    this.sql = sql;
  }

  /** The mailbox of an account, even before its first reading. */
  public Mailbox get(long accountId) {
    return Stream.of(
            tables.find(MailboxRow.class, Query.select().where("ACCOUNT_ID = ?", accountId)))
        .map(MailboxStore::mailbox)
        .findFirst()
        .orElseGet(() -> Mailbox.unread(accountId));
  }

  /** Every mailbox that was tried, by account. */
  public Map<Long, Mailbox> all() {
    Map<Long, Mailbox> all = new HashMap<>();
    Stream.of(tables.find(MailboxRow.class, Query.select()))
        .map(MailboxStore::mailbox)
        .forEach(mailbox -> all.put(mailbox.accountId(), mailbox));
    return all;
  }

  /** Whether the app goes, and no longer reading should go on. */
  boolean isClosing() {
    return sql.isClosing();
  }

  /** Makes sure that the account has a row. */
  void prepare(long accountId) {
    if (get(accountId).triedAt() == null) {
      insert(accountId);
    }
  }

  private void insert(long accountId) {
    Columns row =
        Columns.of("ACCOUNT_ID", accountId).and("KEPT", 0).and("IGNORED", 0).and("SKIPPED", 0);
    try {
      sql.write(c -> TABLE.insert(c, row));
    } catch (SqlFailure e) {
      if (!e.isDuplicate()) {
        throw e;
      }
    }
  }

  /** Everything up to there was dealt with; the counts are those of all times. */
  void reached(long accountId, String placeKey, Position position, Mailbox.Counts counts) {
    change(
        accountId,
        columns(counts)
            .and("PLACE_KEY", placeKey)
            .and("UID_VALIDITY", position.uidValidity())
            .and("LAST_UID", position.lastUid()));
  }

  /** Keeps the counts alone. */
  void count(long accountId, Mailbox.Counts counts) {
    change(accountId, columns(counts));
  }

  private static Columns columns(Mailbox.Counts counts) {
    return Columns.of("KEPT", counts.kept())
        .and("IGNORED", counts.ignored())
        .and("SKIPPED", counts.skipped())
        .and("LAST_SKIPPED", counts.lastSkipped());
  }

  /** A try went well; the moment is that of its beginning, null when it was cut short. */
  void read(long accountId, @Nullable Instant toItsEndAt, Instant now) {
    Columns change = Columns.of("TRIED_AT", now.toEpochMilli()).and("FAILURE", null);
    change(
        accountId, toItsEndAt == null ? change : change.and("READ_AT", toItsEndAt.toEpochMilli()));
  }

  /** A try failed. */
  void failed(long accountId, Reason why, Instant now) {
    change(
        accountId,
        Columns.of("TRIED_AT", now.toEpochMilli()).and("FAILURE", ReasonText.write(why)));
  }

  private void change(long accountId, Columns change) {
    sql.write(c -> TABLE.update(c, change, Columns.of("ACCOUNT_ID", accountId)));
  }

  private static Mailbox mailbox(MailboxRow row) {
    Long validity = row.getUidValidity();
    Long lastUid = row.getLastUid();
    String failure = row.getFailure();
    return new Mailbox(
        row.getAccountId(),
        row.getPlaceKey(),
        validity == null || lastUid == null ? null : new Position(validity, lastUid),
        instant(row.getReadAt()),
        instant(row.getTriedAt()),
        failure == null ? null : ReasonText.read(failure),
        new Mailbox.Counts(
            row.getKept(), row.getIgnored(), row.getSkipped(), row.getLastSkipped()));
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
