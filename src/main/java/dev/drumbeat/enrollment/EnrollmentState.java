package dev.drumbeat.enrollment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a lead's run is. */
public enum EnrollmentState {
  /** Admitted, nothing sent yet. */
  PENDING("pending"),
  /** Between two steps. */
  ACTIVE("active"),
  /** A step that somebody does by hand is open. */
  WAITING_TASK("waitingTask"),
  /** Waits for something else than time, or for a day. */
  PAUSED("paused"),
  /** Over, as it may happen. */
  FINISHED("finished"),
  /** Over because something went wrong. */
  FAILED("failed");

  /** The states of a run that is not over. */
  public static final List<EnrollmentState> OPEN = List.of(PENDING, ACTIVE, WAITING_TASK, PAUSED);

  private final String word;

  EnrollmentState(String word) {
    this.word = word;
  }

  /** The word of REST. */
  public String word() {
    return word;
  }

  /** Finds the state by its word. */
  public static Optional<EnrollmentState> of(String word) {
    return Stream.of(values()).filter(s -> s.word.equals(word)).findFirst();
  }

  /** Whether nothing will be sent any more. */
  public boolean isOver() {
    return this == FINISHED || this == FAILED;
  }

  /** Whether its next step is sent when it is due. */
  public boolean isMoving() {
    return this == PENDING || this == ACTIVE;
  }
}
