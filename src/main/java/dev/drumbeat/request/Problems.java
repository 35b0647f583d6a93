package dev.drumbeat.request;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with an input, the first problem of each field. */
public final class Problems {

  private final Map<String, Reason> byField = new LinkedHashMap<>();

  /** Notes a problem of a field, unless the field already has one. */
  public void add(String field, String key, Serializable... arguments) {
    add(field, Reason.of(key, arguments));
  }

  /** Notes a problem of a field, unless the field already has one. */
  public void add(String field, Reason reason) {
    byField.putIfAbsent(field, reason);
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return byField.isEmpty();
  }

  /** Refuses with everything that was noted; returns when there is nothing. */
  public void refuse() {
    if (!isEmpty()) {
      throw refusal();
    }
  }

  /** Everything that was noted, as a refusal. */
  public InvalidInput refusal() {
    List<InvalidInput.Problem> all = new ArrayList<>();
    byField.forEach((field, reason) -> all.add(new InvalidInput.Problem(field, reason)));
    return new InvalidInput(all);
  }
}
