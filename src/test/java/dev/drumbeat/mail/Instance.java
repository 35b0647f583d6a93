package dev.drumbeat.mail;

import static dev.drumbeat.mail.AccountFixture.anAccount;
import static dev.drumbeat.request.ActorFixture.anAdministrator;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.database.TableSpace;
import dev.drumbeat.host.time.HostClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/** The mail part of the app on a database of its own. */
final class Instance implements AutoCloseable {

  static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  final HostClock clock = HostClock.standingAt(START);
  final MailAccountStore store;
  final Passwords passwords;
  final MailAccounts accounts;
  final Probe probe;
  final AccountTest test;

  /** Who needs the accounts, as the other packages would say. */
  AccountUse.Use use = AccountUse.Use.NONE;

  private final Database database = Databases.scratch();

  Instance(Path home) {
    this(home, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  Instance(Path home, SSLSocketFactory trust) {
    ActiveObjects tables =
        TableSpace.open(database, Table.NAMESPACE, List.of(MailAccountRow.class));
    store = new MailAccountStore(tables, new Sql(new HostTransactions(database)));
    passwords = new Passwords(new Secrets(home, store::keysInUse));
    accounts = new MailAccounts(store, passwords, id -> use, clock);
    probe = new Probe(new MailSession(trust), passwords, clock);
    test = new AccountTest(accounts, store, probe, clock);
  }

  /** An account that sends and reads there with the password secret. */
  long connect(String name, MailServer smtp, MailServer imap) {
    return connect(name, smtp, imap, "secret");
  }

  long connect(String name, MailServer smtp, MailServer imap, String password) {
    return accounts
        .create(
            anAdministrator(), anAccount().named(name).sendingBy(smtp).readBy(imap).draft(password))
        .id();
  }

  @Override
  public void close() {
    database.close();
  }
}
