package dev.drumbeat.sequence;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values under names, such as everything after {@code lead.}; each look costs effort. */
record ValueGroup(Map<String, Object> values, Effort effort) {

  @Nullable Object get(String name) {
    Object value = values.get(name);
    if (value != null) {
      effort.look(value);
    }
    return value;
  }
}
