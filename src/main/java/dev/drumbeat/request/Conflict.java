package dev.drumbeat.request;

/** The thing is in a state, or at a version, that does not fit the request. */
public final class Conflict extends Refusal {

  private static final long serialVersionUID = 1;

  public Conflict(Reason reason) {
    super(reason);
  }

  /** Somebody else changed the thing since the asker read it. */
  public static Conflict stale(int version) {
    return new Conflict(Reason.of("drumbeat.refused.stale", Integer.toString(version)));
  }
}
