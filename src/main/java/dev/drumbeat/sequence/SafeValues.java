package dev.drumbeat.sequence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of one lead in the only forms that a template meets: text, numbers, booleans, {@link
 * ValueGroup} and {@link ValueList}. What is blank or empty is left out, so it counts as missing.
 */
final class SafeValues {

  private final Effort effort = new Effort();
  private final ValueGroup root;

  SafeValues(Map<String, Object> values) {
    this.root =
        Objects.requireNonNullElseGet(group(values), () -> new ValueGroup(Map.of(), effort));
  }

  Effort effort() {
    return effort;
  }

  /** What stands before the first dot of each name. Every known one is there, if only empty. */
  Map<String, Object> roots() {
    Map<String, Object> roots = new HashMap<>(root.values());
    ValueGroup none = new ValueGroup(Map.of(), effort);
    TemplateNames.ROOTS.forEach(name -> roots.putIfAbsent(name, none));
    return roots;
  }

  /** Whether there is a value of that name, {@code lead.firstName} for example. */
  boolean has(String name) {
    Object found = root;
    for (String part : name.split("\\.", -1)) {
      found = found instanceof ValueGroup group ? group.values().get(part) : null;
    }
    return found != null;
  }

  private @Nullable Object safe(@Nullable Object value) {
    if (value instanceof String text) {
      return text.isBlank() ? null : text;
    }
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Collection<?> several) {
      return list(several);
    }
    if (value instanceof Map<?, ?> named) {
      return group(named);
    }
    throw new IllegalArgumentException("no value for a template: " + value.getClass());
  }

  private @Nullable ValueList list(Collection<?> several) {
    List<Object> values =
        several.stream().<Object>flatMap(value -> Stream.ofNullable(safe(value))).toList();
    return values.isEmpty() ? null : new ValueList(values, effort);
  }

  private @Nullable ValueGroup group(Map<?, ?> named) {
    Map<String, Object> values = new HashMap<>();
    named.forEach(
        (name, value) -> {
          Object safe = safe(value);
          if (safe != null) {
            values.put(name.toString(), safe);
          }
        });
    return values.isEmpty() ? null : new ValueGroup(values, effort);
  }
}
