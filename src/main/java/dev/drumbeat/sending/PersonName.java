package dev.drumbeat.sending;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person is called, and the parts of it as far as they can be told apart; else blank. */
record PersonName(String whole, String first, String last) {

  /** Reads {@code Ada Lovelace} and {@code Lovelace, Ada}; an address is nobody's name. */
  static Optional<PersonName> of(@Nullable String name) {
    if (name == null || name.isBlank() || name.indexOf('@') >= 0) {
      return Optional.empty();
    }
    String whole = name.strip().replaceAll("\\s+", " ");
    int comma = whole.indexOf(',');
    if (comma > 0) {
      String first = whole.substring(comma + 1).strip();
      return Optional.of(new PersonName(whole, first, whole.substring(0, comma).strip()));
    }
    int blank = whole.indexOf(' ');
    return Optional.of(
        blank < 0
            ? new PersonName(whole, whole, "")
            : new PersonName(
                whole, whole.substring(0, blank), whole.substring(whole.lastIndexOf(' ') + 1)));
  }
}
