package dev.drumbeat.enrollment;

/** Where leads are enrolled directly: a campaign, or a sequence that sends by itself (E1). */
public record EnrollTarget(Kind kind, long id) {

  /** A campaign that is under way. */
  public static EnrollTarget campaign(long id) {
    return new EnrollTarget(Kind.CAMPAIGN, id);
  }

  /** A sequence with an account of its own. */
  public static EnrollTarget sequence(long id) {
    return new EnrollTarget(Kind.SEQUENCE, id);
  }

  /** The two. */
  public enum Kind {
    CAMPAIGN,
    SEQUENCE
  }
}
