package dev.drumbeat.time;

import dev.drumbeat.request.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads moments that lie ahead, and notes those that do not. */
public final class MomentCheck {

  private static final DateTimeFormatter READER = DateTimeFormatter.ISO_DATE_TIME;
  private static final Duration FURTHEST = Duration.ofDays(3_660);

  private final Instant now;
  private final Problems problems;
  private final @Nullable ZoneId zone;

  /** Of moments that name their offset. */
  public MomentCheck(Instant now, Problems problems) {
    this(now, problems, null);
  }

  /** Of moments that are those of a clock in that zone unless they name an offset. */
  public MomentCheck(Instant now, Problems problems, @Nullable ZoneId zone) {
    this.now = now;
    this.problems = problems;
    this.zone = zone;
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
      return instant(text.strip()).truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeParseException e) {
      problems.add(field, "drumbeat.invalid.moment", text);
      return null;
    }
  }

  private Instant instant(String text) {
    TemporalAccessor read =
        zone == null
            ? OffsetDateTime.parse(text)
            : READER.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return read instanceof LocalDateTime local
        ? local.atZone(Objects.requireNonNull(zone)).toInstant()
        : Instant.from(read);
  }
}
