package dev.drumbeat.enrollment;

import dev.drumbeat.request.Reason;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a run is over. */
public enum EndReason {
  /** Every step was sent and nobody answered. */
  COMPLETED("completed"),
  REPLIED("replied"),
  GOAL_MET("goalMet"),
  EXIT_CONDITION("exitCondition"),
  UNSUBSCRIBED("unsubscribed"),
  BOUNCED("bounced"),
  COMPLAINED("complained"),
  /** The lead works elsewhere now. */
  LEFT_COMPANY("leftCompany"),
  SUPPRESSED("suppressed"),
  /** Somebody of ours ended it. */
  MANUAL("manual"),
  CAMPAIGN_ENDED("campaignEnded"),
  /** To another campaign. */
  MOVED("moved"),
  /** The other campaign did not want the lead. */
  NOT_MOVED("notMoved"),
  RENDER_ERROR("renderError"),
  SEND_ERROR("sendError"),
  /** Overdue for too long. */
  EXPIRED("expired"),
  /** The issue is gone, or its campaign's owner may not see it any more. */
  ISSUE_GONE("issueGone");

  private final String word;

  EndReason(String word) {
    this.word = word;
  }

  /** The word of REST. */
  public String word() {
    return word;
  }

  /** Finds the reason by its word. */
  public static Optional<EndReason> of(String word) {
    return Stream.of(values()).filter(r -> r.word.equals(word)).findFirst();
  }

  /** The state that a run ends in for this reason. */
  public EnrollmentState state() {
    return switch (this) {
      case RENDER_ERROR, SEND_ERROR, EXPIRED -> EnrollmentState.FAILED;
      default -> EnrollmentState.FINISHED;
    };
  }

  /** In a sentence. */
  public Reason reason() {
    return Reason.of("drumbeat.end." + word);
  }
}
