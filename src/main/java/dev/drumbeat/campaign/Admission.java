package dev.drumbeat.campaign;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the launch is. While it runs the total is the number of issues that the query counts,
 * then that of everybody who was admitted or left out (E8). A live audience was last looked at
 * again at that moment.
 */
public record Admission(
    Stage stage, int total, int admitted, int leftOut, @Nullable Instant evaluatedAt) {

  /** How long a live audience is left alone before it is looked at again (E2). */
  public static final Duration REST = Duration.ofMinutes(15);

  /** Of an audience that was not looked at again. */
  public Admission(Stage stage, int total, int admitted, int leftOut) {
    this(stage, total, admitted, leftOut, null);
  }

  /** Of a campaign that was not launched. */
  public static final Admission NONE = new Admission(Stage.NOT_STARTED, 0, 0, 0);

  /** Whether leads are still being admitted. */
  public boolean isOpen() {
    return stage == Stage.OPEN;
  }

  /** The stages of a launch. */
  public enum Stage {
    NOT_STARTED,
    OPEN,
    CLOSED
  }
}
