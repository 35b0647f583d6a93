package dev.drumbeat.health;

import java.util.Collection;
import java.util.Comparator;

/** How bad something is; the later the worse. */
public enum Level {
  OK("ok"),
  /** It works, and somebody should look at it. */
  WARNING("warning"),
  /** Something does not happen that should. */
  ERROR("error");

  private final String word;

  Level(String word) {
    this.word = word;
  }

  /** The word of REST. */
  public String word() {
    return word;
  }

  /** The worst of all; nothing is in order. */
  public static Level worst(Collection<Level> levels) {
    return levels.stream().max(Comparator.naturalOrder()).orElse(OK);
  }
}
