package dev.drumbeat.time;

import dev.drumbeat.request.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads moments that lie ahead, and notes those that do not. */
public final class MomentCheck {

  private static final Duration FURTHEST = Duration.ofDays(3_660);

  private final Instant now;
  private final Problems problems;

  public MomentCheck(Instant now, Problems problems) {
    this.now = now;
    this.problems = problems;
  }

  /** The moment in milliseconds, null when it is left out; one that is stored may be over. */
  public @Nullable Instant check(String field, @Nullable String text, @Nullable Instant stored) {
    return text == null ? null : given(field, text, stored);
  }

  private @Nullable Instant given(String field, String text, @Nullable Instant stored) {
    Instant moment = parse(field, text);
    if (moment == null || moment.equals(stored)) {
      return moment;
    }
    if (moment.isBefore(now)) {
      problems.add(field, "drumbeat.invalid.past", text);
    } else if (moment.isAfter(now.plus(FURTHEST))) {
      problems.add(field, "drumbeat.invalid.far", text);
    }
    return moment;
  }

  private @Nullable Instant parse(String field, String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeParseException e) {
      problems.add(field, "drumbeat.invalid.moment", text);
      return null;
    }
  }
}
