package dev.drumbeat.reply.incoming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Header fields, unfolded and decoded, found whatever the case of their names. At most 500 fields
 * of at most 16,384 characters are kept.
 */
public final class Headers {

  private static final int MOST_FIELDS = 500;
  private static final int LONGEST = 16_384;

  /** No field at all. */
  public static final Headers NONE = new Builder().build();

  private final Map<String, List<String>> byName;

  private Headers(Map<String, List<String>> byName) {
    this.byName = byName;
  }

  /** Reads fields as they stand in a text, such as the parts of a delivery report. */
  public static Headers of(String text) {
    Builder fields = new Builder();
    StringBuilder field = new StringBuilder();
    for (String line : text.lines().limit(2 * MOST_FIELDS).toList()) {
      boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
      if (!goesOn) {
        fields.line(field.toString());
        field.setLength(0);
      }
      if (field.length() < LONGEST) {
        field.append(goesOn ? " " + line.strip() : line);
      }
    }
    fields.line(field.toString());
    return fields.build();
  }

  /** The value of the first field of that name. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** The values of all fields of that name, in order. */
  public List<String> all(String name) {
    return byName.getOrDefault(key(name), List.of());
  }

  /** Whether there is a field of that name, even an empty one. */
  public boolean has(String name) {
    return byName.containsKey(key(name));
  }

  /** The first value in lower case, or the empty text. */
  public String lower(String name) {
    return first(name).orElse("").strip().toLowerCase(Locale.ROOT);
  }

  /** Whether there is no field. */
  public boolean isEmpty() {
    return byName.isEmpty();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Collects fields up to the limits. */
  static final class Builder {

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private int count;

    /** Adds a field; beyond the limit it is left out. */
    Builder add(String name, String value) {
      if (count < MOST_FIELDS) {
        count++;
        String kept = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        fields.computeIfAbsent(key(name.strip()), n -> new ArrayList<>()).add(kept.strip());
      }
      return this;
    }

    private void line(String line) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        add(line.substring(0, colon), line.substring(colon + 1));
      }
    }

    Headers build() {
      return new Headers(fields);
    }
  }
}
