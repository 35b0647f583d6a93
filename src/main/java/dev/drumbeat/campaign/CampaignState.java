package dev.drumbeat.campaign;

import java.util.Optional;
import java.util.stream.Stream;

/** Where a campaign is in its life, and all changes that are allowed. */
public enum CampaignState {
  /** Nobody was written to; everything may change. */
  DRAFT("draft"),
  /** Starts by itself at its time. */
  SCHEDULED("scheduled"),
  /** Admits leads or writes to them. */
  RUNNING("running"),
  /** Writes to nobody until somebody resumes it. */
  PAUSED("paused"),
  /** Every lead is through and nobody else is admitted. */
  COMPLETED("completed"),
  /** Stopped for good. */
  CANCELLED("cancelled"),
  /** Out of the way. */
  ARCHIVED("archived");

  private final String word;

  CampaignState(String word) {
    this.word = word;
  }

  /** The word of REST. */
  public String word() {
    return word;
  }

  /** Finds the state by its word. */
  public static Optional<CampaignState> of(String word) {
    return Stream.of(values()).filter(s -> s.word.equals(word)).findFirst();
  }

  /** Whether that may come next. Cancelling is possible from every state that is not over (P4). */
  public boolean mayBecome(CampaignState next) {
    return switch (this) {
      case DRAFT -> next == SCHEDULED || next == RUNNING || next == CANCELLED;
      case SCHEDULED -> next == RUNNING || next == PAUSED || next == DRAFT || next == CANCELLED;
      case RUNNING -> next == PAUSED || next == COMPLETED || next == CANCELLED;
      // A campaign that was paused before its time goes on waiting for it.
      case PAUSED -> next == RUNNING || next == SCHEDULED || next == CANCELLED;
      case COMPLETED, CANCELLED -> next == ARCHIVED;
      case ARCHIVED -> false;
    };
  }

  /** Whether nothing happens in it any more. */
  public boolean isOver() {
    return this == COMPLETED || this == CANCELLED || this == ARCHIVED;
  }
}
