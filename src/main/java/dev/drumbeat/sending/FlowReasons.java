package dev.drumbeat.sending;

import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Condition;
import dev.drumbeat.sequence.Route;
import dev.drumbeat.sequence.SequenceVersion;

/** Conditions and ways in words. */
final class FlowReasons {

  private FlowReasons() {}

  /** What was asked. */
  static Reason of(Condition condition) {
    Reason plain = plain(condition);
    return condition.not() ? Reason.of("drumbeat.condition.not", plain) : plain;
  }

  private static Reason plain(Condition condition) {
    if (condition instanceof Condition.Replied replied) {
      return replied.replyClass() == null
          ? Reason.of("drumbeat.condition.replied")
          : Reason.of(
              "drumbeat.condition.replied-as",
              Reason.of("drumbeat.history.reply." + replied.replyClass().word()));
    }
    if (condition instanceof Condition.Jql query) {
      return Reason.of("drumbeat.condition.jql", query.jql());
    }
    if (condition instanceof Condition.Told told) {
      return Reason.of("drumbeat.condition.told", told.name());
    }
    Condition.Field field = (Condition.Field) condition;
    String value = field.value();
    return Reason.of(
        "drumbeat.condition." + field.operator().word(), field.field(), value == null ? "" : value);
  }

  /** Where it leads. */
  static Reason of(Due due, Route way) {
    if (way instanceof Route.ToStep to) {
      return Reason.of(
          "drumbeat.flow.to-step",
          Integer.toString(place(due.running().timeline().version(), to.stepId())));
    }
    if (way instanceof Route.End) {
      return Reason.of("drumbeat.flow.to-end");
    }
    return way instanceof Route.ToCampaign
        ? Reason.of("drumbeat.flow.to-campaign")
        : Reason.of("drumbeat.flow.to-next");
  }

  private static int place(SequenceVersion sequence, long stepId) {
    for (int i = 0; i < sequence.steps().size(); i++) {
      if (sequence.steps().get(i).id() == stepId) {
        return i + 1;
      }
    }
    return 0;
  }
}
