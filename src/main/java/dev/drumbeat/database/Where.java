package dev.drumbeat.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a filter asks of rows, all of it at once; null is not asked for. Written for {@link
 * TableSql}, with the values to bind in order.
 */
public final class Where {

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  private Where() {}

  /** Begins with one column. */
  public static Where of(String column, @Nullable Object value) {
    return new Where().and(column, value);
  }

  /** Begins with a condition of its own, with one place for the value. */
  public static Where that(String condition, @Nullable Object value) {
    return new Where().andThat(condition, value);
  }

  /** A column must have that value; of an enum its name. */
  public Where and(String column, @Nullable Object value) {
    return andThat("{" + column + "} = ?", value instanceof Enum<?> e ? e.name() : value);
  }

  /** A condition of its own, with one place for the value. */
  public Where andThat(String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.add(value);
    }
    return this;
  }

  /** A condition of its own, with two places for values; none is asked for when one is null. */
  public Where andThat(String condition, @Nullable Object first, @Nullable Object second) {
    if (first != null && second != null) {
      conditions.add(condition);
      values.add(first);
      values.add(second);
    }
    return this;
  }

  /** A condition of its own, without values. */
  public Where andAlways(String condition) {
    conditions.add(condition);
    return this;
  }

  /** A column must have one of those values, of enums their names; all are asked for if none is. */
  public Where andIn(String column, Collection<?> wanted) {
    if (!wanted.isEmpty()) {
      String marks = String.join(", ", Collections.nCopies(wanted.size(), "?"));
      conditions.add("{%s} IN (%s)".formatted(column, marks));
      wanted.forEach(value -> values.add(value instanceof Enum<?> e ? e.name() : value));
    }
    return this;
  }

  /** The conditions, alone; empty when there is none. */
  public String alone() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  /** The conditions, to go behind others; empty when there is none. */
  public String behindOthers() {
    return conditions.isEmpty() ? "" : " AND " + String.join(" AND ", conditions);
  }

  /** What is to be bound. */
  public Object[] values() {
    return values.toArray();
  }
}
