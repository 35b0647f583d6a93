package dev.drumbeat.web;

import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Lead;
import dev.drumbeat.enrollment.Place;
import dev.drumbeat.enrollment.Standing;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of a lead as REST prints it; alone with its sends and events, in a list without. */
record EnrollmentView(
    long id,
    URI self,
    int version,
    long campaignId,
    long sequenceId,
    int run,
    String email,
    @Nullable String name,
    @Nullable String issueKey,
    String state,
    @Nullable String reason,
    @Nullable String detail,
    @Nullable Instant pausedUntil,
    long mailAccountId,
    long stepId,
    @Nullable Instant dueAt,
    String zone,
    String zoneSource,
    Map<String, String> variables,
    @Nullable List<SendView> sends,
    @Nullable List<EventView> events,
    Instant createdAt,
    Instant updatedAt) {

  /** A line of a list. */
  static EnrollmentView of(Enrollment run, Answers answers) {
    return of(run, null, null, answers);
  }

  static EnrollmentView of(
      Enrollment run,
      @Nullable List<SendView> sends,
      @Nullable List<EventView> events,
      Answers answers) {
    Lead lead = run.lead();
    Place place = run.place();
    Standing standing = run.standing();
    return new EnrollmentView(
        run.id(),
        answers.link("enrollments/" + run.id()),
        run.version(),
        run.campaignId(),
        run.sequenceId(),
        run.run(),
        lead.address().text(),
        lead.name(),
        lead.issueKey(),
        run.state().word(),
        reason(standing),
        detail(standing, answers),
        standing.pausedUntil(),
        place.accountId(),
        place.stepId(),
        place.dueAt(),
        place.zone().getId(),
        place.zoneSource().word(),
        run.variables(),
        sends,
        events,
        run.createdAt(),
        run.updatedAt());
  }

  private static @Nullable String reason(Standing standing) {
    if (standing.end() != null) {
      return standing.end().word();
    }
    return standing.pause() == null ? null : standing.pause().word();
  }

  /** The sentence for people: why it ended, waits, or was put off. */
  private static @Nullable String detail(Standing standing, Answers answers) {
    if (standing.waitReason() != null) {
      return answers.text(standing.waitReason());
    }
    if (standing.end() != null) {
      return answers.text(standing.end().reason());
    }
    return standing.pause() == null ? null : answers.text(standing.pause().reason());
  }
}
