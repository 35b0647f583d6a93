package dev.drumbeat.sequence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drumbeat.time.Delay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a step waits for before it is due: its anchor (T1-T4). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "anchor")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Timing.After.class, name = "previous"),
  @JsonSubTypes.Type(value = Timing.OnDay.class, name = "enrollment"),
  @JsonSubTypes.Type(value = Timing.ByDate.class, name = "date"),
  @JsonSubTypes.Type(value = Timing.ForEvent.class, name = "event")
})
public sealed interface Timing {

  /** No wait at all. */
  Timing NONE = new After(Delay.NONE);

  /** The anchor in the words of REST. */
  String anchor();

  /** The number that is told beside the anchor; what it counts depends on that. */
  Delay delay();

  /** Whether only a look at the lead tells when it is due, so that no moment is known before. */
  boolean isLookedUp();

  /** Counted from the step before, of the first step from admission (T1, T8). */
  record After(Delay delay) implements Timing {

    @Override
    public String anchor() {
      return "previous";
    }

    @Override
    public boolean isLookedUp() {
      return false;
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
    public boolean isLookedUp() {
      return false;
    }

    @Override
    public Delay delay() {
      return Delay.days(day);
    }
  }

  /**
   * Counted from a date of the lead's issue, at a time of day in the lead's zone (T3). The field is
   * {@code dueDate} or the id of a custom field; the delay is in days, weeks or business days.
   */
  record ByDate(String field, Side side, Delay delay, LocalTime at, Late late) implements Timing {

    /** The moment for that date; of holidays only business days take notice. */
    public Instant from(LocalDate date, ZoneId zone, Set<LocalDate> holidays) {
      LocalDate day =
          side == Side.BEFORE ? delay.daysBefore(date, holidays) : delay.daysAfter(date, holidays);
      return day.atTime(at).atZone(zone).toInstant();
    }

    @Override
    public String anchor() {
      return "date";
    }

    @Override
    public boolean isLookedUp() {
      return true;
    }
  }

  /**
   * Waits until something holds of the lead, at most for that long from the step before (T4). When
   * the time is out the run goes the way that the step has for what does not hold.
   */
  record ForEvent(Condition event, Delay delay) implements Timing {

    @Override
    public String anchor() {
      return "event";
    }

    @Override
    public boolean isLookedUp() {
      return true;
    }
  }

  /** On which side of its date a step is due. */
  enum Side {
    BEFORE,
    AFTER;

    /** The word of REST. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What becomes of a step whose date was over before the lead came to it (T3). */
  enum Late {
    /** The run goes on without it. */
    SKIP,
    /** It is sent all the same. */
    SEND,
    /** The run is over. */
    EXIT;

    /** The word of REST. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
