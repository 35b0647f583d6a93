package dev.drumbeat.request;

/**
 * A request that is not carried out, for a reason that the asker can understand and act on. Without
 * a stack trace: it is an answer, not a fault.
 */
public abstract sealed class Refusal extends RuntimeException
    permits InvalidInput, NotLoggedIn, NotAllowed, NotFound, Conflict {

  private static final long serialVersionUID = 1;

  private final Reason reason;

  Refusal(Reason reason) {
    super(reason.toString(), null, false, false);
    this.reason = reason;
  }

  /** Why, for the one who asked. */
  public Reason reason() {
    return reason;
  }
}
