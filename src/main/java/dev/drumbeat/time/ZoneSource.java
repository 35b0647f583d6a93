package dev.drumbeat.time;

import java.util.Locale;

/** Where the zone of a run comes from (T16). */
public enum ZoneSource {
  /** Whoever enrolled the lead said it. */
  LEAD,
  /** A field of the issue. */
  FIELD,
  /** The account that writes. */
  SENDER,
  /** What holds for all leads of the campaign; it changes with the campaign. */
  CAMPAIGN;

  /** The word of REST. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
