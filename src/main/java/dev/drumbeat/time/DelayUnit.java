package dev.drumbeat.time;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.stream.Stream;

/** What a delay is counted in. */
public enum DelayUnit {
  /** Elapsed time (T5). */
  MINUTES("minutes", 365 * 24 * 60),
  /** Elapsed time (T5). */
  HOURS("hours", 365 * 24),
  /** Calendar days that keep the time of day (T6). */
  DAYS("days", 365),
  /** Seven calendar days each (T6). */
  WEEKS("weeks", 52),
  /** Mondays to Fridays that are no holidays, keeping the time of day (T7). */
  BUSINESS_DAYS("businessDays", 260);

  private final String word;
  private final int most;

  DelayUnit(String word, int most) {
    this.word = word;
    this.most = most;
  }

  /** The word of REST. */
  public String word() {
    return word;
  }

  /** The longest delay that is allowed: a year. */
  public int most() {
    return most;
  }

  /** All words, for a message. */
  public static String words() {
    return Stream.of(values()).map(DelayUnit::word).collect(joining(", "));
  }

  /** Finds the unit by its word. */
  public static Optional<DelayUnit> of(String word) {
    return Stream.of(values()).filter(u -> u.word.equals(word)).findFirst();
  }
}
