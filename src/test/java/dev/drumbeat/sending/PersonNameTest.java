package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ada Lovelace        | Ada          | Lovelace
          Lovelace, Ada       | Ada          | Lovelace
          ' Ada   Lovelace '  | Ada          | Lovelace
          Ada B. Lovelace     | Ada          | Lovelace
          Ada                 | Ada          | ''
          """)
  void first_and_last_name_are_told_apart(String name, String first, String last) {
    PersonName found = PersonName.of(name).orElseThrow();

    assertThat(found.first()).isEqualTo(first);
    assertThat(found.last()).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ada@example.org"})
  void an_address_is_nobodys_name(String name) {
    assertThat(PersonName.of(name)).isEmpty();
  }
}
