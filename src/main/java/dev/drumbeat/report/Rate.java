package dev.drumbeat.report;

import org.jspecify.annotations.Nullable;

/** A share of one number in another, with both, so that nobody has to guess what it is of (§19). */
public record Rate(long part, long whole) {

  /** From 0 to 1; null when there is nothing to divide by. */
  public @Nullable Double share() {
    return whole == 0 ? null : (double) part / whole;
  }

  /** Leads who answered, of those who were reached. */
  public static Rate reply(Numbers numbers) {
    return new Rate(numbers.replied(), numbers.reached());
  }

  /** Messages that came back or were refused for good, of those that were tried. */
  public static Rate bounce(Numbers numbers) {
    return new Rate(numbers.cameBack() + numbers.refused(), numbers.sent() + numbers.refused());
  }

  /** Leads who wanted no more, of those who were reached. */
  public static Rate unsubscribe(Numbers numbers) {
    return new Rate(numbers.unsubscribed(), numbers.reached());
  }

  /** Answers to a step, of its messages that were delivered. */
  public static Rate stepReply(Numbers step) {
    return new Rate(step.replied(), step.delivered());
  }
}
