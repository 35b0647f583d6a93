package dev.drumbeat.sequence;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a published version counts for (V2). */
public enum Apply {
  /** Leads who enter from now on; those under way finish with the version that they have. */
  NEW,
  /** Leads under way as well, for everything that they have not received yet. */
  RUNNING;

  /** The word of REST. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds it by its word. */
  public static Optional<Apply> of(String word) {
    return Stream.of(values()).filter(apply -> apply.word().equals(word)).findFirst();
  }
}
