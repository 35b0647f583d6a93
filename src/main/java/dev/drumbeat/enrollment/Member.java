package dev.drumbeat.enrollment;

import dev.drumbeat.request.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One candidate of an audience. Without a reason why not the candidate is in; before the launch
 * there is no enrollment yet.
 */
public record Member(
    @Nullable String issueKey,
    @Nullable String address,
    @Nullable String name,
    @Nullable Long enrollmentId,
    @Nullable LeftOutReason why,
    @Nullable Reason detail) {

  static Member of(Enrollment run) {
    Lead lead = run.lead();
    return new Member(lead.issueKey(), lead.address().text(), lead.name(), run.id(), null, null);
  }

  static Member of(Lead lead) {
    return new Member(lead.issueKey(), lead.address().text(), lead.name(), null, null, null);
  }

  static Member of(LeftOut left) {
    return new Member(left.issueKey(), left.address(), null, null, left.why(), left.detail());
  }
}
