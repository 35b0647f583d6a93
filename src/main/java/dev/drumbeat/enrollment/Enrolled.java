package dev.drumbeat.enrollment;

import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import org.jspecify.annotations.Nullable;

/** What became of one lead who was to be enrolled directly: a run, or why not. */
public record Enrolled(
    @Nullable String issueKey,
    @Nullable String address,
    @Nullable Enrollment run,
    @Nullable LeftOutReason why,
    @Nullable Reason detail) {

  static Enrolled as(Enrollment run) {
    return new Enrolled(run.lead().issueKey(), run.lead().address().text(), run, null, null);
  }

  static Enrolled not(Applicant applicant, LeftOutReason why, @Nullable Reason detail) {
    return new Enrolled(applicant.issueKey(), applicant.rawAddress(), null, why, detail);
  }

  /** The run; refuses when there is none, naming the field that said whom. */
  public Enrollment orRefuse(String field) {
    if (run != null) {
      return run;
    }
    Reason because = because();
    if (why == LeftOutReason.NOT_VISIBLE) {
      throw new NotFound(because);
    }
    if (why == LeftOutReason.NO_ADDRESS || why == LeftOutReason.INVALID_ADDRESS) {
      throw InvalidInput.at(field, because);
    }
    throw new Conflict(because);
  }

  /** Why there is no run, in a sentence. */
  public Reason because() {
    if (detail != null) {
      return detail;
    }
    String who = issueKey == null ? String.valueOf(address) : issueKey;
    return Reason.of("drumbeat.enroll.not." + (why == null ? "failed" : why.word()), who);
  }
}
