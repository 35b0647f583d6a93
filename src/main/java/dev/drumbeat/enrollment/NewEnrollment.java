package dev.drumbeat.enrollment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lead who is about to be admitted, in state {@code PENDING}, by somebody or by a launch. */
public record NewEnrollment(
    long campaignId,
    long sequenceId,
    int run,
    Lead lead,
    Place place,
    Map<String, String> variables,
    @Nullable String enrolledBy) {

  /** The same, enrolled by that user. */
  NewEnrollment by(String userKey) {
    return new NewEnrollment(campaignId, sequenceId, run, lead, place, variables, userKey);
  }

  /** What makes two active runs of one lead impossible (E4). */
  String activeKey() {
    return "a." + campaignId + "." + lead.addressKey();
  }
}
