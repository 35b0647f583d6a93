package dev.drumbeat.enrollment;

import org.jspecify.annotations.Nullable;

/**
 * How much more, or less, there is of something in a campaign: at a step, or 0 for none. What is
 * counted is {@code run.<state>.<reason>} for runs by the step they are at, and one of the other
 * words here and in the package of sends.
 */
public record Tally(long campaignId, String metric, long stepId, long amount) {

  /** Runs that got a message which did not come back. */
  public static final String DELIVERED = "lead.delivered";

  /** Runs that a person answered, by the step that was answered. */
  public static final String REPLIED = "lead.replied";

  /** Runs whose lead wanted no more. */
  public static final String UNSUBSCRIBED = "lead.unsubscribed";

  /** What the words for runs begin with. */
  public static final String RUN = "run.";

  static final long NO_STEP = 0;

  /** Runs in that state, for that reason if it has one. */
  public static Tally run(
      long campaignId, String state, @Nullable String reason, long stepId, long amount) {
    String metric = RUN + state + (reason == null ? "" : "." + reason);
    return new Tally(campaignId, metric, stepId, amount);
  }
}
