package dev.drumbeat.database;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns with their values, in order. Values are bound, never written into a statement. */
public final class Columns {

  private final List<String> names = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  private Columns() {}

  /** Begins with one column. */
  public static Columns of(String name, @Nullable Object value) {
    return new Columns().and(name, value);
  }

  /** Adds one more column. */
  public Columns and(String name, @Nullable Object value) {
    names.add(name);
    values.add(value);
    return this;
  }

  /** Adds all of the others. */
  public Columns andAll(Columns others) {
    names.addAll(others.names);
    values.addAll(others.values);
    return this;
  }

  /** The value of a column; the other one if the column is not among them. */
  public @Nullable Object valueOr(String name, @Nullable Object other) {
    int place = names.indexOf(name);
    return place < 0 ? other : values.get(place);
  }

  List<String> names() {
    return names;
  }

  List<@Nullable Object> values() {
    return values;
  }
}
