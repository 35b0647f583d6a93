package dev.drumbeat.sending;

import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.enrollment.Place;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Timing;
import dev.drumbeat.time.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Looks at the date on a lead's issue that a step counts from (T3), as the owner of the campaign
 * sees it, each time that the step comes up: so a date that was moved counts as it is now.
 */
final class DateCheck {

  private final IssueReader issues;

  DateCheck(IssueReader issues) {
    this.issues = issues;
  }

  /** What the date means for the run now; empty when the step may be sent. */
  Optional<Hindrance> check(Due due) {
    return due.step().timing() instanceof Timing.ByDate byDate
        ? date(due, byDate.field())
            .map(date -> check(due, byDate, date))
            .orElseGet(() -> Optional.of(withoutDate(byDate)))
        : Optional.empty();
  }

  private Optional<LocalDate> date(Due due, String field) {
    Long issueId = due.run().lead().issueId();
    return issueId == null
        ? Optional.empty()
        : issues.date(issueId, field, due.campaign().ownerKey());
  }

  private Hindrance withoutDate(Timing.ByDate byDate) {
    return new Hindrance.Pause(
        PauseReason.MISSING_DATA, Reason.of("drumbeat.wait.no-date", name(byDate.field())));
  }

  private Optional<Hindrance> check(Due due, Timing.ByDate byDate, LocalDate date) {
    Place place = due.run().place();
    Schedule schedule = place.on(due.campaign().plan().schedule());
    Instant target = byDate.from(date, schedule.zone(), schedule.holidays());
    if (target.isAfter(due.now())) {
      Reason why =
          Reason.of("drumbeat.wait.date", name(byDate.field()), date.toString(), at(due, target));
      return Optional.of(new Hindrance.Listen(schedule.firstOpen(target), why));
    }
    return target.isBefore(place.anchorAt()) ? late(byDate, place, date) : Optional.empty();
  }

  /** It was over before the lead came here; later than that is only our own lateness. */
  private Optional<Hindrance> late(Timing.ByDate byDate, Place place, LocalDate date) {
    Reason why = Reason.of("drumbeat.wait.date-over", name(byDate.field()), date.toString());
    return switch (byDate.late()) {
      case SKIP -> Optional.of(new Hindrance.Skip(place.anchorAt(), why));
      case EXIT -> Optional.of(new Hindrance.End(EndReason.EXIT_CONDITION, why));
      case SEND -> Optional.empty();
    };
  }

  private String name(String field) {
    return issues.fieldName(field);
  }

  private static String at(Due due, Instant target) {
    ZonedDateTime local = target.atZone(due.run().place().zone()).truncatedTo(ChronoUnit.MINUTES);
    return local.toLocalDate() + " " + local.toLocalTime() + " " + local.getZone();
  }
}
