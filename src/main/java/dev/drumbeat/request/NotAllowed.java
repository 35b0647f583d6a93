package dev.drumbeat.request;

/** The user lacks a right. */
public final class NotAllowed extends Refusal {

  private static final long serialVersionUID = 1;

  private final Right right;

  public NotAllowed(Right right) {
    super(Reason.of("drumbeat.refused.not-allowed", Reason.of(right.key())));
    this.right = right;
  }

  /** The right that is missing. */
  public Right right() {
    return right;
  }
}
