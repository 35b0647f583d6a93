package dev.drumbeat.sequence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drumbeat.time.Delay;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** What a step waits for before it is due: its anchor (T1-T4). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "anchor")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Timing.After.class, name = "previous"),
  @JsonSubTypes.Type(value = Timing.OnDay.class, name = "enrollment")
})
public sealed interface Timing {

  /** No wait at all. */
  Timing NONE = new After(Delay.NONE);

  /** The anchor in the words of REST. */
  String anchor();

  /** The number that is told beside the anchor; what it counts depends on that. */
  Delay delay();

  /** Counted from the step before, of the first step from admission (T1, T8). */
  record After(Delay delay) implements Timing {

    @Override
    public String anchor() {
      return "previous";
    }
  }

  /**
   * A day counted from enrollment, which is day 1 (T2). Without a time of day it is that of the
   * enrollment.
   */
  record OnDay(int day, @Nullable LocalTime at) implements Timing {

    /** The moment of that day in the zone, of two the first (T17); never before the enrollment. */
    public Instant from(Instant enrolledAt, ZoneId zone) {
      ZonedDateTime enrolled = enrolledAt.atZone(zone);
      Instant due =
          enrolled
              .toLocalDate()
              .plusDays(day - 1L)
              .atTime(at == null ? enrolled.toLocalTime() : at)
              .atZone(zone)
              .toInstant();
      return due.isBefore(enrolledAt) ? enrolledAt : due;
    }

    @Override
    public String anchor() {
      return "enrollment";
    }

    @Override
    public Delay delay() {
      return Delay.days(day);
    }
  }
}
