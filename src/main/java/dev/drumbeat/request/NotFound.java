package dev.drumbeat.request;

/** There is no such thing, or not for this user: the two are never told apart. */
public final class NotFound extends Refusal {

  private static final long serialVersionUID = 1;

  public NotFound(Reason reason) {
    super(reason);
  }
}
