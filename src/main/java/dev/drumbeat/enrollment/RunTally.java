package dev.drumbeat.enrollment;

import dev.drumbeat.database.Columns;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a change of a run means for the number of runs in each state, for each reason and step. */
final class RunTally {

  private RunTally() {}

  /** One more has entered. */
  static Tally entered(NewEnrollment run) {
    return Tally.run(
        run.campaignId(), EnrollmentState.PENDING.name(), null, run.place().stepId(), 1);
  }

  /** One less where it was, one more where it is; nothing if that is the same. */
  static List<Tally> moved(Enrollment read, Columns change) {
    Tally before =
        Tally.run(read.campaignId(), read.state().name(), reason(read), read.place().stepId(), -1);
    String state = String.valueOf(change.valueOr("STATE", read.state().name()));
    String reason = (String) change.valueOr("REASON", reason(read));
    Long step = (Long) change.valueOr("STEP_ID", read.place().stepId());
    Tally after = Tally.run(read.campaignId(), state, reason, Objects.requireNonNull(step), 1);
    return List.of(before, after);
  }

  private static @Nullable String reason(Enrollment run) {
    Standing standing = run.standing();
    Enum<?> reason = standing.end() == null ? standing.pause() : standing.end();
    return reason == null ? null : reason.name();
  }
}
