package dev.drumbeat.sequence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the value of a field is compared; capital and small letters are the same. */
public enum FieldTest {
  IS("is"),
  IS_NOT("isNot"),
  CONTAINS("contains"),
  IS_EMPTY("isEmpty"),
  IS_NOT_EMPTY("isNotEmpty");

  private final String word;

  FieldTest(String word) {
    this.word = word;
  }

  /** The word of REST. */
  public String word() {
    return word;
  }

  /** Whether it compares with something. */
  public boolean needsValue() {
    return this == IS || this == IS_NOT || this == CONTAINS;
  }

  /** Whether it holds for what stands in a field; null is nothing. */
  public boolean holds(@Nullable String value, @Nullable String wanted) {
    String has = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    String asked = wanted == null ? "" : wanted.strip().toLowerCase(Locale.ROOT);
    return switch (this) {
      case IS -> has.equals(asked);
      case IS_NOT -> !has.equals(asked);
      case CONTAINS -> has.contains(asked);
      case IS_EMPTY -> has.isEmpty();
      case IS_NOT_EMPTY -> !has.isEmpty();
    };
  }

  /** Finds the test by its word. */
  static Optional<FieldTest> of(String word) {
    return Stream.of(values()).filter(t -> t.word.equals(word)).findFirst();
  }

  static String words() {
    return Arrays.stream(values()).map(FieldTest::word).collect(Collectors.joining(", "));
  }
}
