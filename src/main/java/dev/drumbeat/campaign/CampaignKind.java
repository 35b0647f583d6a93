package dev.drumbeat.campaign;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The two shapes of a campaign. */
public enum CampaignKind {
  /** Several steps, each lead on its own time. */
  SEQUENCE,
  /** One message to everybody, at one time. */
  BROADCAST;

  /** The word of REST. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds the kind by its word. */
  public static Optional<CampaignKind> of(String word) {
    return Stream.of(values()).filter(k -> k.word().equals(word)).findFirst();
  }
}
