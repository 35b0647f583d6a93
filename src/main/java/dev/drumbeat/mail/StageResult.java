package dev.drumbeat.mail;

import dev.drumbeat.request.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one stage of a test went; the reason is there unless all is well. */
public record StageResult(Stage stage, Result result, @Nullable Reason reason, Duration took) {

  static StageResult ok(Stage stage, Duration took) {
    return new StageResult(stage, Result.OK, null, took);
  }

  static StageResult failed(Stage stage, Reason reason, Duration took) {
    return new StageResult(stage, Result.FAILED, reason, took);
  }

  static StageResult skipped(Stage stage, Reason reason) {
    return new StageResult(stage, Result.SKIPPED, reason, Duration.ZERO);
  }

  /** Whether it went wrong. */
  public boolean hasFailed() {
    return result == Result.FAILED;
  }

  /** The three ways a stage can end. */
  public enum Result {
    OK,
    FAILED,
    SKIPPED
  }
}
