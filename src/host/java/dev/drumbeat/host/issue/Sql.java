package dev.drumbeat.host.issue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A piece of SQL with the values of its question marks; values never become part of the text. */
record Sql(String text, List<Object> values) {

  static final Sql TRUE = of("1 = 1");
  static final Sql FALSE = of("1 = 0");

  static Sql of(String text, Object... values) {
    return new Sql(text, List.copyOf(Arrays.asList(values)));
  }

  /** {@code IN (?, ?)} for at least one value. */
  static Sql in(List<?> values) {
    String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
    return new Sql("IN (" + marks + ")", List.copyOf(values));
  }

  static Sql and(List<Sql> parts) {
    return parts.isEmpty() ? TRUE : joined(parts, " AND ");
  }

  static Sql or(List<Sql> parts) {
    return parts.isEmpty() ? FALSE : joined(parts, " OR ");
  }

  Sql not() {
    return within("NOT (", ")");
  }

  /** The same between two texts without question marks. */
  Sql within(String before, String after) {
    return new Sql(before + text + after, values);
  }

  Sql then(Sql more) {
    return joined(List.of(this, more), " ", "", "");
  }

  Object[] arguments() {
    return values.toArray();
  }

  private static Sql joined(List<Sql> parts, String by) {
    return parts.size() == 1 ? parts.get(0) : joined(parts, by, "(", ")");
  }

  private static Sql joined(List<Sql> parts, String by, String before, String after) {
    List<Object> values = new ArrayList<>();
    parts.forEach(p -> values.addAll(p.values));
    String text = String.join(by, parts.stream().map(Sql::text).toList());
    return new Sql(before + text + after, List.copyOf(values));
  }
}
