package dev.drumbeat.campaign;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The two shapes of a campaign. */
public enum CampaignKind {
  /** Several steps, each lead on its own time. */
  SEQUENCE(Duration.ofDays(7)),
  /** One message to everybody, at one time. */
  BROADCAST(Duration.ofHours(24));

  private final Duration staleness;

  CampaignKind(Duration staleness) {
    this.staleness = staleness;
  }

  /** The word of REST. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds the kind by its word. */
  public static Optional<CampaignKind> of(String word) {
    return Stream.of(values()).filter(k -> k.word().equals(word)).findFirst();
  }

  /** How late its mail may be before somebody has to say that it is still wanted (T20). */
  public Duration staleness() {
    return staleness;
  }
}
