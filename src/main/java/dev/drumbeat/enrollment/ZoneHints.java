package dev.drumbeat.enrollment;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a lead's zone before it is chosen (T16), as it was written: by whoever enrolled
 * the lead, and in the field of the issue. Not kept.
 */
public record ZoneHints(@Nullable String said, @Nullable String field) {

  /** Nothing. */
  public static final ZoneHints NONE = new ZoneHints(null, null);

  /** What stands in a field. */
  static ZoneHints ofField(@Nullable String text) {
    return text == null || text.isBlank() ? NONE : new ZoneHints(null, text);
  }

  /** The same, with what somebody said. */
  ZoneHints saying(@Nullable String zone) {
    return new ZoneHints(zone == null || zone.isBlank() ? null : zone, field);
  }
}
