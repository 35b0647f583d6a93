package dev.drumbeat.campaign;

/**
 * How far the launch is. While it runs the total is the number of issues that the query counts,
 * then that of everybody who was admitted or left out (E8).
 */
public record Admission(Stage stage, int total, int admitted, int leftOut) {

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
