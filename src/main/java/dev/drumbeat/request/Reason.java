package dev.drumbeat.request;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * A sentence for people that is not written yet: an i18n key and what fills its places. Numbers
 * that are names rather than amounts (ports, ids) are passed as text, or they would be grouped; a
 * reason as an argument is written first.
 */
public record Reason(String key, List<Serializable> arguments) implements Serializable {

  public Reason {
    arguments = List.copyOf(arguments);
  }

  /** The sentence of that key with these values in its places. */
  public static Reason of(String key, Serializable... arguments) {
    return new Reason(key, Arrays.asList(arguments));
  }
}
