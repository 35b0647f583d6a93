package dev.drumbeat.mail;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.database.Columns;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.java.ao.Query;

/**
 * The only class that touches the table of mail accounts. Active Objects reads; each change is one
 * statement or one unit on the host's connection (design D15).
 */
public final class MailAccountStore {

  private static final Table TABLE = Table.of(MailAccountRow.TABLE);

  private static final Comparator<MailAccount> LONGEST_UNCHECKED =
      Comparator.comparing((MailAccount a) -> a.health().checkedAt(), nullsFirst(naturalOrder()))
          .thenComparing(MailAccount::id);

  private final ActiveObjects tables;
  private final Sql sql;

  public MailAccountStore(ActiveObjects tables, Sql sql) {
    this.tables = tables;
    this.sql = sql;
  }

  /** Accounts by name. */
  public List<MailAccount> page(int startAt, int maxResults) {
    Query query = Query.select().order("NAME_KEY ASC, ID ASC").limit(maxResults).offset(startAt);
    return Stream.of(tables.find(MailAccountRow.class, query)).map(Rows::account).toList();
  }

  /** Every account, in no order. */
  public List<MailAccount> all() {
    return Stream.of(tables.find(MailAccountRow.class, Query.select())).map(Rows::account).toList();
  }

  /** How many there are. */
  public int count() {
    return tables.count(MailAccountRow.class, Query.select());
  }

  /** Those that are not paused, the longest unchecked first. */
  public List<MailAccount> toCheck() {
    Query query = Query.select().where("PAUSED = ?", false);
    // Sorted here: databases disagree on where a row that was never checked belongs.
    return Stream.of(tables.find(MailAccountRow.class, query))
        .map(Rows::account)
        .sorted(LONGEST_UNCHECKED)
        .toList();
  }

  /** One account. */
  public Optional<MailAccount> find(long id) {
    return Optional.ofNullable(tables.get(MailAccountRow.class, id)).map(Rows::account);
  }

  /** Whether another account than this one has the name, whatever the case of its letters. */
  public boolean isNameTaken(String name, long exceptId) {
    Query query = Query.select().where("NAME_KEY = ? AND ID <> ?", nameKey(name), exceptId);
    return tables.count(MailAccountRow.class, query) > 0;
  }

  /** The ids of the keys that passwords of accounts were sealed with; none without passwords. */
  public Set<String> keysInUse() {
    return all().stream()
        .map(MailAccount::passwords)
        .flatMap(both -> Stream.of(both.smtp(), both.imap()))
        .filter(Objects::nonNull)
        .map(Secrets::keyOf)
        .collect(Collectors.toSet());
  }

  /** Adds an account at version 1; its passwords are sealed for the id that it gets. */
  long insert(AccountSettings settings, LongFunction<StoredPasswords> passwords, Instant now) {
    Columns row =
        Rows.settings(settings)
            .and("NAME_KEY", nameKey(settings.name()))
            .and("VERSION", 1)
            .and("PAUSED", false)
            .and("FAILURES", 0)
            .and("CREATED_AT", now.toEpochMilli())
            .and("UPDATED_AT", now.toEpochMilli());
    return sql.write(
        c -> {
          long id = TABLE.insert(c, row);
          TABLE.update(c, Rows.passwords(passwords.apply(id)), Columns.of("ID", id));
          return id;
        });
  }

  /** Replaces everything that people set; false when the account is not at that version. */
  boolean replace(
      MailAccount read, AccountSettings settings, StoredPasswords passwords, Instant now) {
    Columns change =
        Rows.settings(settings)
            .and("NAME_KEY", nameKey(settings.name()))
            .and("SMTP_PASSWORD", Rows.text(passwords.smtp()))
            .and("IMAP_PASSWORD", Rows.text(passwords.imap()));
    boolean isChecked =
        settings.isCheckedLike(read.settings()) && passwords.equals(read.passwords());
    return change(
        read, isChecked ? change : change.andAll(Rows.health(AccountHealth.UNKNOWN)), now);
  }

  /** Stops or continues sending; false when the account is not at that version. */
  boolean pause(MailAccount read, boolean paused, Instant now) {
    return change(read, Columns.of("PAUSED", paused), now);
  }

  private boolean change(MailAccount read, Columns change, Instant now) {
    change.and("VERSION", read.version() + 1).and("UPDATED_AT", now.toEpochMilli());
    return sql.write(c -> TABLE.update(c, change, atVersion(read))) == 1;
  }

  /** Keeps what a check found; nothing happens when the account is gone or was changed since. */
  void recordHealth(MailAccount read, AccountHealth health) {
    sql.write(c -> TABLE.update(c, Rows.health(health), atVersion(read)));
  }

  /** Deletes an account; false when there was none. */
  boolean delete(long id) {
    return sql.write(c -> TABLE.delete(c, Columns.of("ID", id))) == 1;
  }

  private static Columns atVersion(MailAccount read) {
    return Columns.of("ID", read.id()).and("VERSION", read.version());
  }

  private static String nameKey(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
