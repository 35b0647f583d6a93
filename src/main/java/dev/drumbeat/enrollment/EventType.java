package dev.drumbeat.enrollment;

import java.util.Optional;
import java.util.stream.Stream;

/** What can happen to a campaign, an enrollment or a send. */
public enum EventType {
  SCHEDULED("scheduled"),
  LAUNCHED("launched"),
  ENROLLED("enrolled"),
  SENT("sent"),
  DEFERRED("deferred"),
  REJECTED("rejected"),
  UNKNOWN("unknown"),
  OPENED("opened"),
  CLICKED("clicked"),
  REPLIED("replied"),
  AUTO_REPLIED("autoReplied"),
  /** An answer that nobody could write on the issue. */
  NOT_COMMENTED("notCommented"),
  BOUNCED("bounced"),
  COMPLAINED("complained"),
  UNSUBSCRIBED("unsubscribed"),
  SUPPRESSED("suppressed"),
  PAUSED("paused"),
  RESUMED("resumed"),
  SKIPPED("skipped"),
  CANCELLED("cancelled"),
  WAITING_TASK("waitingTask"),
  GOAL_MET("goalMet"),
  FINISHED("finished"),
  FAILED("failed"),
  COMPLETED("completed"),
  ARCHIVED("archived");

  private final String word;

  EventType(String word) {
    this.word = word;
  }

  /** The word of REST. */
  public String word() {
    return word;
  }

  /** Finds the type by its word. */
  public static Optional<EventType> of(String word) {
    return Stream.of(values()).filter(t -> t.word.equals(word)).findFirst();
  }
}
