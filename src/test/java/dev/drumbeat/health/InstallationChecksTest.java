package dev.drumbeat.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import dev.drumbeat.database.Sql;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.mail.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.BundleContext;

class InstallationChecksTest {

  private final Database database = Databases.scratch();
  private final ApplicationProperties application = mock(ApplicationProperties.class);
  @TempDir Path home;
  private Set<String> keysInUse = Set.of();
  private List<String> missing = List.of();

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "https://jira.example.org, OK, ok",
    "https://jira.example.org/jira, OK, ok",
    "http://jira.example.org, WARNING, http",
    "http://localhost:2990/jira, WARNING, local",
    "https://127.0.0.1, WARNING, local",
    "'', ERROR, unset",
    "jira, ERROR, unset",
    "http://a b, ERROR, unset"
  })
  void recipients_have_to_reach_the_base_url(String url, Level level, String found) {
    when(application.getBaseUrl(UrlMode.CANONICAL)).thenReturn(url);

    Check check = check("baseUrl");

    assertThat(check.level()).isEqualTo(level);
    assertThat(check.sentence().key()).isEqualTo("drumbeat.health.base-url." + found);
  }

  @Test
  void h2_is_for_trials() {
    Check check = InstallationChecks.database(new Installation.Database("H2", "2.4"));

    assertThat(check.level()).isEqualTo(Level.WARNING);
    assertThat(check.sentence().key()).isEqualTo("drumbeat.health.database.trial");
    assertThat(check.mender()).isEqualTo(Mender.OPERATOR);
  }

  @Test
  void the_databases_of_jira_are_known() {
    assertThat(new Installation.Database("PostgreSQL", "16.2").isSupported()).isTrue();
    assertThat(new Installation.Database("Microsoft SQL Server", "16").isSupported()).isTrue();
    assertThat(new Installation.Database("H2", "2.2").isSupported()).isFalse();
    assertThat(new Installation.Database("SQLite", "3").isSupported()).isFalse();
  }

  @Test
  void what_the_host_lacks_is_an_error() {
    missing = List.of("com.atlassian.Thing#gone is not there");

    assertThat(check("host").level()).isEqualTo(Level.ERROR);
    assertThat(check("host").sentence().arguments()).contains(1, missing.get(0));
  }

  @Test
  void a_key_that_is_needed_and_missing_is_an_error_and_one_not_needed_is_none() {
    assertThat(check("key").level()).isEqualTo(Level.OK);

    keysInUse = Set.of("0a1b2c3d");
    assertThat(check("key").level()).isEqualTo(Level.ERROR);
    assertThat(check("key").sentence().key()).isEqualTo("drumbeat.health.key.missing");
  }

  @Test
  void a_key_is_its_owners_to_read() throws Exception {
    new Secrets(home, Set::of).derive("anything");
    assertThat(check("key").sentence().key()).isEqualTo("drumbeat.health.key.there");

    Path file = home.resolve("drumbeat").resolve("secret.key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(check("key").level()).isEqualTo(Level.WARNING);

    Files.writeString(file, "no key");
    assertThat(check("key").sentence().key()).isEqualTo("drumbeat.health.key.broken");
  }

  @Test
  void a_key_that_passwords_were_not_encrypted_with_is_an_error() {
    new Secrets(home, Set::of).derive("anything");
    keysInUse = Set.of("0a1b2c3d");

    assertThat(check("key").level()).isEqualTo(Level.ERROR);
    assertThat(check("key").sentence().key()).isEqualTo("drumbeat.health.key.other");
  }

  private Check check(String name) {
    Installation installation =
        new Installation(
            mock(BundleContext.class, RETURNS_DEEP_STUBS),
            application,
            () -> null,
            new Sql(new HostTransactions(database)),
            () -> missing);
    return new InstallationChecks(installation, new Secrets(home, () -> keysInUse))
        .run().stream().filter(check -> check.name().equals(name)).findFirst().orElseThrow();
  }
}
