package dev.drumbeat.enrollment;

import dev.drumbeat.log.About;
import dev.drumbeat.log.About.Thing;
import dev.drumbeat.request.Actor;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One lead's run through one campaign. The run number counts the lead's runs through it, from 1;
 * the version counts every change. The enroller is the user key of who enrolled the lead directly,
 * null for one whom the launch admitted.
 */
public record Enrollment(
    long id,
    int version,
    long campaignId,
    long sequenceId,
    int run,
    Lead lead,
    Standing standing,
    Place place,
    ThreadInfo thread,
    Map<String, String> variables,
    @Nullable String enrolledBy,
    Instant createdAt,
    Instant updatedAt) {

  public Enrollment {
    variables = Map.copyOf(variables);
  }

  /** Whether the user enrolled the lead. */
  public boolean isEnrolledBy(Actor actor) {
    return actor.userKey().equals(enrolledBy);
  }

  /** For the log. */
  public About about() {
    return About.of(Thing.CAMPAIGN, campaignId)
        .and(Thing.ENROLLMENT, id)
        .and(Thing.ACCOUNT, place.accountId());
  }

  /** Where the run is. */
  public EnrollmentState state() {
    return standing.state();
  }
}
