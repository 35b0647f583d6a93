package dev.drumbeat.enrollment;

import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceVersion;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.time.Schedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a lead would get the mails of a sequence who enters on a Monday at ten, in a campaign that
 * may send at any time: the delays alone, by the same rules as in a real run.
 */
public record ExampleDates(Instant enrolledAt, List<Instant> dueAt) {

  private static final LocalTime TEN = LocalTime.of(10, 0);

  public ExampleDates {
    dueAt = List.copyOf(dueAt);
  }

  /** Of the steps of a sequence, in their order, for a lead of that zone. */
  public static ExampleDates of(Sequence sequence, Instant now, ZoneId zone) {
    Instant monday = monday(now, zone);
    Timeline timeline = new Timeline(SequenceVersion.draft(sequence), Schedule.always(zone));
    List<Instant> dates = new ArrayList<>();
    Optional<DueStep> next = timeline.first(monday);
    while (next.isPresent()) {
      DueStep due = next.get();
      dates.add(due.dueAt());
      next = timeline.after(place(due, monday, zone), due.dueAt());
    }
    return new ExampleDates(monday, dates);
  }

  private static Instant monday(Instant now, ZoneId zone) {
    return now.atZone(zone)
        .toLocalDate()
        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
        .atTime(TEN)
        .atZone(zone)
        .toInstant();
  }

  private static Place place(DueStep due, Instant enrolledAt, ZoneId zone) {
    Step step = due.step();
    return new Place(
        0,
        step.id(),
        step.position(),
        SequenceVersion.DRAFT,
        due.dueAt(),
        enrolledAt,
        due.dueAt(),
        zone);
  }
}
