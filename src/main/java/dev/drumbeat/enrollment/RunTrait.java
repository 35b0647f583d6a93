package dev.drumbeat.enrollment;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be said of a run beside its state: each once for a lead, as it is counted (§19). */
public enum RunTrait {
  /** It is not over. */
  OPEN(
      "{STATE} IN "
          + EnrollmentState.OPEN.stream().map(s -> "'" + s + "'").collect(joining(", ", "(", ")"))),
  /** Nothing will be sent any more. */
  OVER("{STATE} IN ('FINISHED', 'FAILED')"),
  /** A message reached the lead and did not come back. */
  DELIVERED("{DELIVERED} > 0"),
  /** A person answered. */
  REPLIED("{REPLIED_AT} IS NOT NULL"),
  /** The lead wanted no more. */
  UNSUBSCRIBED("{UNSUBSCRIBED_AT} IS NOT NULL");

  private final String condition;

  RunTrait(String condition) {
    this.condition = condition;
  }

  /** The word of REST. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds the trait by its word. */
  public static Optional<RunTrait> of(String word) {
    return Stream.of(values()).filter(t -> t.word().equals(word)).findFirst();
  }

  String condition() {
    return condition;
  }

  /** The column that names the step that is meant: where the run is, or what was answered. */
  String step() {
    return this == REPLIED ? "REPLIED_STEP_ID" : "STEP_ID";
  }
}
