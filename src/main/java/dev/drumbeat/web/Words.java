package dev.drumbeat.web;

import static java.util.stream.Collectors.joining;

import dev.drumbeat.request.Problems;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of REST for states and kinds: {@code WAITING_TASK} is {@code waitingTask}. */
public final class Words {

  private Words() {}

  /** The word of a value. */
  public static String of(Enum<?> value) {
    return ofName(value.name());
  }

  /** The word of a value by its name, which a newer version of the app may have stored. */
  static String ofName(String name) {
    StringBuilder word = new StringBuilder(name.toLowerCase(Locale.ROOT));
    for (int i = word.indexOf("_"); i >= 0; i = word.indexOf("_")) {
      word.deleteCharAt(i).setCharAt(i, Character.toUpperCase(word.charAt(i)));
    }
    return word.toString();
  }

  /** The value of a word. */
  static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
    return Stream.of(type.getEnumConstants()).filter(value -> of(value).equals(word)).findFirst();
  }

  /** All words of a type, as a list for people. */
  static String all(Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .map(value -> of((Enum<?>) value))
        .collect(joining(", "));
  }

  /** The value that a field or parameter names, null when it is left out; notes a wrong one. */
  static <E extends Enum<E>> @Nullable E read(
      String field, Class<E> type, @Nullable String word, Problems problems) {
    if (word == null) {
      return null;
    }
    Optional<E> value = find(type, word);
    if (value.isEmpty()) {
      problems.add(field, "drumbeat.invalid.word", word, all(type));
    }
    return value.orElse(null);
  }
}
