package dev.drumbeat.campaign;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the success of a campaign is counted in (§19). */
public enum GoalMetric {
  /** Leads of whom a person has answered. */
  REPLY;

  private static final Set<String> LATER =
      Set.of("positiveReply", "click", "meeting", "issueMatches");

  /** The word of REST. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds the metric by its word. */
  public static Optional<GoalMetric> of(String word) {
    return Stream.of(values()).filter(m -> m.word().equals(word)).findFirst();
  }

  /** Whether it is a word of the contract that cannot be counted yet. */
  static boolean isLater(String word) {
    return LATER.contains(word);
  }
}
