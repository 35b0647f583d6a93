package dev.drumbeat.enrollment;

import dev.drumbeat.request.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead who is about to be admitted, in state {@code PENDING}, by somebody or by a launch; the
 * remark is about what was not understood and passed over.
 */
public record NewEnrollment(
    long campaignId,
    long sequenceId,
    int run,
    Lead lead,
    Place place,
    Map<String, String> variables,
    @Nullable String enrolledBy,
    @Nullable Reason remark) {

  /** The same, enrolled by that user; null is nobody. */
  NewEnrollment by(@Nullable String userKey) {
    return new NewEnrollment(campaignId, sequenceId, run, lead, place, variables, userKey, remark);
  }

  /** What makes two active runs of one lead impossible (E4). */
  String activeKey() {
    return "a." + campaignId + "." + lead.addressKey();
  }

  /** That they entered, with what is to be remarked on each. */
  static List<NewEvent> events(List<NewEnrollment> admitted, List<Enrollment> runs, Cause cause) {
    Map<String, Reason> remarks = new HashMap<>();
    admitted.stream()
        .filter(one -> one.remark() != null)
        .forEach(one -> remarks.put(one.lead().addressKey(), one.remark()));
    return runs.stream()
        .map(run -> NewEvent.of(EventType.ENROLLED, run, because(cause, remarks, run)))
        .toList();
  }

  private static Cause because(Cause cause, Map<String, Reason> remarks, Enrollment run) {
    Reason remark = remarks.get(run.lead().addressKey());
    return remark == null ? cause : cause.because(remark);
  }
}
