package dev.drumbeat.report;

import dev.drumbeat.request.Reason;

/** A sentence about a plan and the field that it is about, as a path of the REST contract. */
public record Remark(String field, Reason text) {

  /** In which part of the plan the field stands. */
  public Band band() {
    if (field.startsWith("audience")) {
      return Band.WHO;
    }
    return switch (field) {
      case "name", "kind", "sequenceId", "subject", "html", "text" -> Band.WHAT;
      case "goal", "goal.target" -> Band.GOAL;
      default -> Band.HOW;
    };
  }

  /** The four parts of a plan. */
  public enum Band {
    WHO,
    WHAT,
    HOW,
    GOAL
  }
}
