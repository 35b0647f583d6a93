package dev.drumbeat.mail;

import static dev.drumbeat.mail.AccountFixture.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.database.Sql;
import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.database.Table;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.database.TableSpace;
import dev.drumbeat.mail.AccountHealth.ServerState;
import dev.drumbeat.request.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class MailAccountStoreTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private final Database database = Databases.scratch();
  private final ActiveObjects tables =
      TableSpace.open(database, Table.NAMESPACE, List.of(MailAccountRow.class));
  private final MailAccountStore store =
      new MailAccountStore(tables, new Sql(new HostTransactions(database)));

  @AfterEach
  void closeTheDatabase() {
    database.close();
  }

  @Test
  void an_account_is_read_back_as_it_was_stored() {
    long id = insert("Sales");

    MailAccount read = store.find(id).orElseThrow();

    assertThat(read)
        .isEqualTo(
            new MailAccount(
                id,
                1,
                anAccount().settings(),
                new StoredPasswords(new SealedPassword("smtp of " + id), null),
                false,
                NOW,
                NOW,
                AccountHealth.UNKNOWN));
  }

  @Test
  void a_change_counts_the_version_up() {
    MailAccount read = store.find(insert("Sales")).orElseThrow();

    assertThat(
            store.replace(
                read, anAccount().named("Support").settings(), StoredPasswords.NONE, LATER))
        .isTrue();

    MailAccount changed = store.find(read.id()).orElseThrow();
    assertThat(changed.version()).isEqualTo(2);
    assertThat(changed.updatedAt()).isEqualTo(LATER);
    assertThat(changed.createdAt()).isEqualTo(NOW);
    assertThat(changed.settings().name()).isEqualTo("Support");
    assertThat(changed.passwords()).isEqualTo(StoredPasswords.NONE);
  }

  @Test
  void a_change_of_an_older_version_changes_nothing() {
    MailAccount read = store.find(insert("Sales")).orElseThrow();
    store.pause(read, true, LATER);

    assertThat(
            store.replace(read, anAccount().named("Mine").settings(), StoredPasswords.NONE, LATER))
        .isFalse();

    assertThat(store.find(read.id()).orElseThrow().settings().name()).isEqualTo("Sales");
  }

  @Test
  void a_check_keeps_its_reason_and_leaves_the_version_alone() {
    MailAccount read = store.find(insert("Sales")).orElseThrow();
    AccountHealth found =
        read.health()
            .after(ServerState.OK, ServerState.failed(Reason.of("a.key", "x\ny", "z")), LATER);

    store.recordHealth(read, found);

    MailAccount checked = store.find(read.id()).orElseThrow();
    assertThat(checked.version()).isEqualTo(1);
    assertThat(checked.health())
        .isEqualTo(
            new AccountHealth(
                LATER, ServerState.OK, ServerState.failed(Reason.of("a.key", "x y", "z")), 1));
  }

  @Test
  void other_servers_or_passwords_are_unchecked_and_another_name_is_not() {
    long id = insert("Sales");
    checkedAt(id, NOW);
    MailAccount read = store.find(id).orElseThrow();

    store.replace(read, anAccount().named("Support").settings(), read.passwords(), LATER);

    MailAccount renamed = store.find(id).orElseThrow();
    assertThat(renamed.health()).isEqualTo(read.health());

    store.replace(renamed, renamed.settings(), StoredPasswords.NONE, LATER);

    MailAccount other = store.find(id).orElseThrow();
    assertThat(other.health()).isEqualTo(AccountHealth.UNKNOWN);
    checkedAt(id, LATER);

    MailServer server = new MailServer("mail.example.org", 465, Security.TLS, "sales");
    store.replace(other, anAccount().sendingBy(server).settings(), other.passwords(), LATER);

    assertThat(store.find(id).orElseThrow().health()).isEqualTo(AccountHealth.UNKNOWN);
  }

  @Test
  void a_check_of_the_servers_of_before_says_nothing_of_those_of_now() {
    MailAccount read = store.find(insert("Sales")).orElseThrow();
    store.replace(read, read.settings(), StoredPasswords.NONE, LATER);

    store.recordHealth(read, good(LATER));

    assertThat(store.find(read.id()).orElseThrow().health()).isEqualTo(AccountHealth.UNKNOWN);
  }

  @Test
  void a_name_is_taken_whatever_the_case_of_its_letters() {
    long id = insert("Sales");

    assertThat(store.isNameTaken("SALES", 0)).isTrue();
    assertThat(store.isNameTaken("sales", id)).isFalse();
    assertThatThrownBy(() -> insert("sAles"))
        .isInstanceOfSatisfying(
            SqlFailure.class, failure -> assertThat(failure.isDuplicate()).isTrue());
  }

  @Test
  void a_row_whose_passwords_fail_to_seal_is_not_there() {
    assertThatThrownBy(
            () ->
                store.insert(
                    anAccount().settings(),
                    id -> {
                      throw new IllegalStateException("no key");
                    },
                    NOW))
        .isInstanceOf(IllegalStateException.class);

    assertThat(store.count()).isZero();
  }

  @Test
  void pages_come_by_name() {
    insert("zeta");
    insert("Alpha");
    insert("beta");

    assertThat(store.page(0, 2))
        .extracting(a -> a.settings().name())
        .containsExactly("Alpha", "beta");
    assertThat(store.page(2, 2)).extracting(a -> a.settings().name()).containsExactly("zeta");
    assertThat(store.count()).isEqualTo(3);
  }

  @Test
  void the_longest_unchecked_account_is_checked_first_and_a_paused_one_never() {
    long first = insert("first");
    long second = insert("second");
    long never = insert("never");
    long paused = insert("paused");
    store.pause(store.find(paused).orElseThrow(), true, NOW);
    checkedAt(first, LATER);
    checkedAt(second, NOW);

    assertThat(store.toCheck()).extracting(MailAccount::id).containsExactly(never, second, first);
  }

  @Test
  void a_deleted_account_is_gone() {
    long id = insert("Sales");

    assertThat(store.delete(id)).isTrue();
    assertThat(store.delete(id)).isFalse();
    assertThat(store.find(id)).isEmpty();
    assertThat(store.keysInUse()).isEmpty();
  }

  private long insert(String name) {
    return store.insert(
        anAccount().named(name).settings(),
        id -> new StoredPasswords(new SealedPassword("smtp of " + id), null),
        NOW);
  }

  private void checkedAt(long id, Instant when) {
    store.recordHealth(store.find(id).orElseThrow(), good(when));
  }

  private static AccountHealth good(Instant when) {
    return AccountHealth.UNKNOWN.after(ServerState.OK, ServerState.OK, when);
  }
}
