package dev.drumbeat.enrollment;

import java.time.Instant;
import java.util.Map;

/**
 * One lead's run through one campaign. The run number counts the lead's runs through it, from 1;
 * the version counts every change.
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
    Instant createdAt,
    Instant updatedAt) {

  public Enrollment {
    variables = Map.copyOf(variables);
  }

  /** Where the run is. */
  public EnrollmentState state() {
    return standing.state();
  }
}
