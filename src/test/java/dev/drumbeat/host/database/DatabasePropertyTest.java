package dev.drumbeat.host.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasePropertyTest {

  private final String before = System.getProperty("db", "h2");
  private final String user = System.getProperty("db.user", "");

  @AfterEach
  void restore() {
    System.setProperty("db", before);
    System.setProperty("db.user", user);
  }

  @ParameterizedTest
  @CsvSource({"h2, H2", "postgres, own", "jdbc:postgresql://db:5433/jira?ssl=true, given"})
  void a_value_stands_for_a_database(String value, String meant) {
    System.setProperty("db", value);

    assertThat(DatabaseProperty.choose(() -> "H2", () -> "own", address -> "given"))
        .isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"oracle", "", "H2", "jdbc:postgresql:jira", "jdbc:postgresql://host/"})
  void another_value_is_refused_with_those_that_there_are(String value) {
    System.setProperty("db", value);

    assertThatThrownBy(() -> DatabaseProperty.choose(() -> "", () -> "", address -> ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The property db is ")
        .hasMessageContaining(value)
        .hasMessageContaining("h2, postgres")
        .hasMessageContaining("jdbc:postgresql://host:port/database");
  }

  @Test
  void a_password_in_a_url_that_is_refused_is_not_shown() {
    System.setProperty("db", "jdbc:postgresql:jira?password=secret");

    assertThatThrownBy(() -> DatabaseProperty.choose(() -> "", () -> "", address -> ""))
        .hasMessageNotContaining("secret");
  }

  @Test
  void other_databases_of_a_server_keep_its_options() {
    System.setProperty("db", "jdbc:postgresql://db:5433/jira?ssl=true");
    System.setProperty("db.user", "tester");

    PostgresAddress other =
        DatabaseProperty.choose(() -> null, () -> null, address -> address.sibling("scratch_1"));

    assertThat(other.url()).isEqualTo("jdbc:postgresql://db:5433/scratch_1?ssl=true");
    assertThat(other.user()).isEqualTo("tester");
  }
}
