package dev.drumbeat.request;

/** Nobody is logged in. */
public final class NotLoggedIn extends Refusal {

  private static final long serialVersionUID = 1;

  public NotLoggedIn() {
    super(Reason.of("drumbeat.refused.not-logged-in"));
  }
}
