package dev.drumbeat.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.request.Conflict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private static final String PLACE = "mail-account/7/smtp";

  @TempDir private Path home;

  @Test
  void a_password_comes_back_where_it_was_stored() {
    SealedPassword sealed = secrets().seal("pässword", PLACE);

    assertThat(sealed.text()).doesNotContain("pässword");
    assertThat(secrets().open(sealed, PLACE)).isEqualTo("pässword");
  }

  @Test
  void the_same_password_never_looks_the_same() {
    assertThat(secrets().seal("secret", PLACE)).isNotEqualTo(secrets().seal("secret", PLACE));
  }

  @Test
  void a_password_copied_to_another_account_does_not_open() {
    SealedPassword sealed = secrets().seal("secret", PLACE);

    refusedBecause(
        "drumbeat.secrets.tampered", () -> secrets().open(sealed, "mail-account/8/smtp"));
  }

  @Test
  void a_password_with_a_changed_letter_does_not_open() {
    String text = secrets().seal("secret", PLACE).text();
    int middle = text.length() - 10; // the last letter has bits that decode to nothing
    char letter = text.charAt(middle) == 'A' ? 'B' : 'A';
    String changed = text.substring(0, middle) + letter + text.substring(middle + 1);

    refusedBecause(
        "drumbeat.secrets.tampered", () -> secrets().open(new SealedPassword(changed), PLACE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "v1.KEY.", "v1.KEY.AAAA", "v1.KEY.%%%", "v2.KEY.AAAA"})
  void what_was_never_sealed_does_not_open(String text) {
    String key = secrets().seal("secret", PLACE).text().split("\\.")[1];

    refusedBecause(
        "drumbeat.secrets.tampered",
        () -> secrets().open(new SealedPassword(text.replace("KEY", key)), PLACE));
  }

  @Test
  void a_lost_key_is_named_and_no_new_one_is_made_while_passwords_are_stored() throws IOException {
    SealedPassword sealed = secrets().seal("secret", PLACE);
    Files.delete(keyFile());

    refusedBecause("drumbeat.secrets.key-missing", () -> withStoredPasswords().open(sealed, PLACE));
    refusedBecause("drumbeat.secrets.key-missing", () -> withStoredPasswords().seal("new", PLACE));
    assertThat(keyFile()).doesNotExist();
  }

  @Test
  void a_password_of_another_key_says_so() throws IOException {
    SealedPassword sealed = secrets().seal("secret", PLACE);
    Files.delete(keyFile());

    refusedBecause("drumbeat.secrets.other-key", () -> secrets().open(sealed, PLACE));
  }

  @Test
  void a_key_is_known_by_what_it_sealed() throws IOException {
    SealedPassword sealed = secrets().seal("secret", PLACE);
    Set<String> used = Set.of(Secrets.keyOf(sealed), Secrets.keyOf(new SealedPassword("changed")));
    assertThat(new Secrets(home, () -> used).keyState()).isEqualTo(KeyState.THERE);

    Files.delete(keyFile());
    secrets().prepare();

    assertThat(new Secrets(home, () -> used).keyState()).isEqualTo(KeyState.OTHER);
  }

  @Test
  void a_file_that_holds_no_key_is_refused() throws IOException {
    secrets().prepare();
    Files.writeString(keyFile(), "not a key");

    refusedBecause("drumbeat.secrets.key-broken", () -> secrets().seal("secret", PLACE));
  }

  @Test
  void only_the_owner_may_read_the_key() throws IOException {
    secrets().prepare();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile().getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void nodes_that_start_at_once_agree_on_one_key() throws Exception {
    var pool = Executors.newFixedThreadPool(8);
    List<Future<SealedPassword>> sealed =
        pool.invokeAll(
            Stream.<Callable<SealedPassword>>generate(() -> () -> secrets().seal("x", PLACE))
                .limit(32)
                .toList());
    pool.shutdown();

    Set<String> keys = sealed.stream().map(SecretsTest::keyOf).collect(Collectors.toSet());
    assertThat(keys).hasSize(1);
    try (Stream<Path> files = Files.list(keyFile().getParent())) {
      assertThat(files).containsExactly(keyFile());
    }
  }

  private static String keyOf(Future<SealedPassword> sealed) {
    try {
      return sealed.get().text().split("\\.")[1];
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void refusedBecause(String key, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Conflict.class, conflict -> assertThat(conflict.reason().key()).isEqualTo(key));
  }

  private Secrets secrets() {
    return new Secrets(home, Set::of);
  }

  private Secrets withStoredPasswords() {
    return new Secrets(home, () -> Set.of("0a1b2c3d"));
  }

  private Path keyFile() {
    return home.resolve("drumbeat").resolve("secret.key");
  }
}
