package dev.drumbeat.mail;

import static dev.drumbeat.mail.AccountFixture.anAccount;
import static dev.drumbeat.request.ActorFixture.aVisitor;
import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drumbeat.mail.AccountHealth.ServerState;
import dev.drumbeat.mail.AccountUse.Use;
import dev.drumbeat.mail.MailAccountDraft.Imap;
import dev.drumbeat.mail.MailAccountDraft.Limits;
import dev.drumbeat.mail.MailAccountDraft.Smtp;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.ActorFixture;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotAllowed;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MailAccountsTest {

  private static final Actor ADMIN = anAdministrator();
  private static final PasswordChange KEEP = new PasswordChange.Keep();

  @TempDir private Path home;
  private Instance instance;

  @BeforeEach
  void start() {
    instance = new Instance(home);
  }

  @AfterEach
  void stop() {
    instance.close();
  }

  @Test
  void passwords_are_stored_so_that_only_the_key_opens_them() {
    MailAccount account = create("Sales");

    assertThat(account.passwords().smtp().text()).doesNotContain("secret");
    assertThat(account.toString()).doesNotContain("secret");
    assertThat(instance.passwords.smtp(account)).isEqualTo("secret");
    assertThat(instance.passwords.imap(account)).isEqualTo("secret");
  }

  @Test
  void a_password_that_is_left_out_is_kept_and_null_removes_it() {
    MailAccount account = create("Sales");

    MailAccount kept = replace(account, KEEP);
    MailAccount removed = replace(kept, new PasswordChange.Remove());

    assertThat(instance.passwords.imap(kept)).isEqualTo("secret");
    assertThat(instance.passwords.imap(removed)).isNull();
  }

  @Test
  void a_password_of_one_account_does_not_open_in_another() {
    MailAccount one = create("One");
    MailAccount two = create("Two");

    instance.store.replace(two, two.settings(), one.passwords(), Instance.START);

    MailAccount stolen = instance.accounts.get(ADMIN, two.id());
    assertThatThrownBy(() -> instance.passwords.smtp(stolen)).isInstanceOf(Conflict.class);
  }

  @Test
  void a_change_made_from_an_older_version_is_a_conflict() {
    MailAccount account = create("Sales");
    replace(account, KEEP);

    Conflict conflict = catchThrowableOfType(Conflict.class, () -> replace(account, KEEP));

    assertThat(conflict.reason()).isEqualTo(Reason.of("drumbeat.refused.stale", "2"));
  }

  @Test
  void pausing_twice_changes_nothing_and_resuming_brings_it_back() {
    MailAccount account = create("Sales");
    instance.clock.advance(Duration.ofMinutes(1));

    MailAccount paused = instance.accounts.pause(ADMIN, account.id());
    MailAccount again = instance.accounts.pause(ADMIN, account.id());
    MailAccount resumed = instance.accounts.resume(ADMIN, account.id());

    assertThat(paused.paused()).isTrue();
    assertThat(paused.updatedAt()).isAfter(account.updatedAt());
    assertThat(again).isEqualTo(paused);
    assertThat(resumed.paused()).isFalse();
    assertThat(resumed.version()).isEqualTo(3);
  }

  @Test
  void somebody_elses_change_in_between_does_not_keep_an_account_from_being_paused() {
    MailAccount account = create("Sales");
    AtomicBoolean meddled = new AtomicBoolean();
    InstantSource meddling =
        () -> {
          if (!meddled.getAndSet(true)) {
            replace(account, KEEP);
          }
          return Instance.START;
        };
    MailAccounts accounts =
        new MailAccounts(instance.store, instance.passwords, id -> Use.NONE, meddling);

    assertThat(accounts.pause(ADMIN, account.id()).paused()).isTrue();
    assertThat(meddled).isTrue();
  }

  @ParameterizedTest
  @MethodSource("otherPlaces")
  void a_stored_password_goes_nowhere_else(MailServer smtp, MailServer imap, String field) {
    MailAccount account = create("Sales");
    MailAccountDraft draft = anAccount().sendingBy(smtp).readBy(imap).draft("unused");

    InvalidInput refused =
        catchThrowableOfType(
            InvalidInput.class,
            () -> instance.accounts.replace(ADMIN, account.id(), with(draft, 1, KEEP)));

    assertThat(refused.problems())
        .containsExactly(
            new InvalidInput.Problem(field, Reason.of("drumbeat.invalid.password-elsewhere")));
    instance.accounts.replace(ADMIN, account.id(), with(draft, 1, new PasswordChange.Set("new")));
  }

  static Stream<Arguments> otherPlaces() {
    AccountSettings settings = anAccount().settings();
    MailServer smtp = settings.smtp();
    MailServer imap = settings.mailbox().imap();
    return Stream.of(
        Arguments.of(
            new MailServer("evil.example", smtp.port(), smtp.security(), smtp.user()),
            imap,
            "smtp.password"),
        Arguments.of(
            new MailServer(smtp.host(), 2525, smtp.security(), smtp.user()), imap, "smtp.password"),
        Arguments.of(
            new MailServer(smtp.host(), smtp.port(), Security.NONE, smtp.user()),
            imap,
            "smtp.password"),
        Arguments.of(
            new MailServer(smtp.host(), smtp.port(), smtp.security(), "other"),
            imap,
            "smtp.password"),
        Arguments.of(
            smtp,
            new MailServer("evil.example", imap.port(), imap.security(), imap.user()),
            "imap.password"),
        Arguments.of(
            smtp,
            new MailServer(imap.host(), imap.port(), Security.STARTTLS, imap.user()),
            "imap.password"));
  }

  @Test
  void a_better_encryption_keeps_the_password() {
    MailAccount account = create("Sales");
    MailServer smtp = new MailServer("SMTP.example.org", 587, Security.TLS, "sales");
    MailAccountDraft draft = anAccount().sendingBy(smtp).draft("unused");

    MailAccount replaced = instance.accounts.replace(ADMIN, account.id(), with(draft, 1, KEEP));

    assertThat(instance.passwords.smtp(replaced)).isEqualTo("secret");
  }

  @Test
  void a_name_is_used_once() {
    create("Sales");

    InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> create("SALES"));

    assertThat(refused.problems()).extracting(InvalidInput.Problem::field).containsExactly("name");
  }

  @Test
  void an_account_keeps_its_own_name() {
    MailAccount account = create("Sales");

    assertThat(replace(account, KEEP).settings().name()).isEqualTo("Sales");
  }

  @Test
  void a_deleted_account_is_not_found() {
    MailAccount account = create("Sales");
    instance.accounts.delete(ADMIN, account.id());

    assertThatThrownBy(() -> instance.accounts.get(ADMIN, account.id()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> instance.accounts.delete(ADMIN, account.id()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void an_account_that_somebody_needs_stays() {
    MailAccount account = create("Sales");
    instance.use = new Use(List.of("Spring", "Autumn"), List.of(), 3);

    Conflict conflict =
        catchThrowableOfType(Conflict.class, () -> instance.accounts.delete(ADMIN, account.id()));

    assertThat(conflict.reason())
        .isEqualTo(
            Reason.of(
                "drumbeat.account.in-use",
                "Sales",
                "Spring, Autumn",
                Reason.of("drumbeat.account.in-use.none"),
                3));
    assertThat(instance.accounts.get(ADMIN, account.id())).isEqualTo(account);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void without_the_right_to_administer_nothing_can_be_done(Consumer<MailAccounts> deed) {
    assertThatThrownBy(() -> deed.accept(instance.accounts)).isInstanceOf(NotAllowed.class);
  }

  static Stream<Consumer<MailAccounts>> everything() {
    Actor user = ActorFixture.with(Set.of(Right.USE_CAMPAIGNS, Right.LAUNCH_CAMPAIGNS));
    MailAccountDraft draft = anAccount().draft("secret");
    return Stream.of(
        a -> a.page(user, 0, 1),
        a -> a.count(user),
        a -> a.get(user, 1),
        a -> a.create(user, draft),
        a -> a.replace(user, 1, draft),
        a -> a.delete(user, 1),
        a -> a.pause(user, 1),
        a -> a.resume(user, 1),
        a -> a.outlook(aVisitor()));
  }

  @Test
  void the_outlook_counts_what_can_send() {
    MailAccount good = create("Good");
    create("Unchecked");
    instance.accounts.pause(ADMIN, create("Paused").id());
    instance.store.recordHealth(
        good, good.health().after(ServerState.OK, ServerState.OK, Instance.START));

    Outlook outlook = instance.accounts.outlook(ActorFixture.with(Set.of(Right.USE_CAMPAIGNS)));

    assertThat(outlook.accounts()).isEqualTo(3);
    assertThat(outlook.paused()).isEqualTo(1);
    assertThat(outlook.good()).isEqualTo(1);
    assertThat(outlook.checkedAt()).hasValue(Instance.START);
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    MailAccountDraft draft =
        new MailAccountDraft(
            null,
            " ",
            "Ann <ann@example.org>",
            "Sales\r\nBcc: all@example.org",
            "nobody",
            new Smtp("no host!", 0, "ssl", "user", KEEP),
            new Imap(null, null, null, null, new PasswordChange.Set("a\nb"), "x".repeat(256)),
            new Limits(0, 2_000_000, -1),
            "Mars/Phobos");

    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> instance.accounts.create(ADMIN, draft));

    assertThat(refused.problems())
        .extracting(p -> p.field() + " " + p.reason().key().replace("drumbeat.", ""))
        .containsExactlyInAnyOrder(
            "name invalid.required",
            "fromAddress address.display-name",
            "fromName invalid.control",
            "replyTo address.no-domain",
            "smtp.host invalid.host",
            "smtp.port invalid.range",
            "smtp.security invalid.security",
            "smtp.password invalid.required",
            "imap.host invalid.required",
            "imap.port invalid.required",
            "imap.security invalid.required",
            "imap.user invalid.required",
            "imap.password invalid.control",
            "imap.folder invalid.too-long",
            "limits.perDay invalid.range",
            "limits.perHour invalid.range",
            "limits.minimumGapSeconds invalid.range",
            "zone invalid.zone");
    assertThat(instance.accounts.count(ADMIN)).isZero();
  }

  @Test
  void a_server_without_a_user_takes_no_password_and_keeps_none() {
    MailServer open = new MailServer("smtp.example.org", 25, Security.NONE, null);
    MailAccountDraft draft = anAccount().sendingBy(open).draft("secret");

    assertThat(instance.accounts.create(ADMIN, draft).passwords().smtp()).isNull();
    assertThat(
            catchThrowableOfType(
                    InvalidInput.class,
                    () ->
                        instance.accounts.create(
                            ADMIN, withSmtpPassword(draft, new PasswordChange.Set("x"))))
                .problems())
        .extracting(InvalidInput.Problem::field)
        .contains("smtp.user");
  }

  private MailAccount create(String name) {
    return instance.accounts.create(ADMIN, anAccount().named(name).draft("secret"));
  }

  private MailAccount replace(MailAccount read, PasswordChange password) {
    MailAccountDraft draft = anAccount().named(read.settings().name()).draft("unused");
    return instance.accounts.replace(ADMIN, read.id(), with(draft, read.version(), password));
  }

  private static MailAccountDraft with(MailAccountDraft d, int version, PasswordChange password) {
    Smtp smtp = d.smtp();
    Imap imap = d.imap();
    return new MailAccountDraft(
        version,
        d.name(),
        d.fromAddress(),
        d.fromName(),
        d.replyTo(),
        new Smtp(smtp.host(), smtp.port(), smtp.security(), smtp.user(), password),
        new Imap(imap.host(), imap.port(), imap.security(), imap.user(), password, null),
        d.limits(),
        d.zone());
  }

  private static MailAccountDraft withSmtpPassword(MailAccountDraft d, PasswordChange password) {
    Smtp smtp = d.smtp();
    return new MailAccountDraft(
        null,
        "Other",
        d.fromAddress(),
        d.fromName(),
        d.replyTo(),
        new Smtp(smtp.host(), smtp.port(), smtp.security(), smtp.user(), password),
        d.imap(),
        d.limits(),
        d.zone());
  }
}
