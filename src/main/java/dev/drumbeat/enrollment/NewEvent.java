package dev.drumbeat.enrollment;

import dev.drumbeat.request.Reason;
import org.jspecify.annotations.Nullable;

/** Something that just happened. States are names of the states of what it happened to. */
public record NewEvent(
    EventType type,
    long campaignId,
    @Nullable Long enrollmentId,
    @Nullable Long issueId,
    @Nullable String before,
    @Nullable String after,
    Cause cause) {

  /** To a campaign as a whole. */
  public static NewEvent of(EventType type, long campaignId, Cause cause) {
    return new NewEvent(type, campaignId, null, null, null, null, cause);
  }

  /** To one lead's run. */
  public static NewEvent of(EventType type, Enrollment enrollment, Cause cause) {
    return new NewEvent(
        type,
        enrollment.campaignId(),
        enrollment.id(),
        enrollment.lead().issueId(),
        null,
        null,
        cause);
  }

  /** With a change of state. */
  public NewEvent from(Enum<?> stateBefore, Enum<?> stateAfter) {
    return new NewEvent(
        type, campaignId, enrollmentId, issueId, stateBefore.name(), stateAfter.name(), cause);
  }

  /** The reason in words. */
  @Nullable Reason detail() {
    return cause.why();
  }
}
