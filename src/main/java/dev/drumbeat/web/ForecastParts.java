package dev.drumbeat.web;

import dev.drumbeat.enrollment.Member;
import dev.drumbeat.enrollment.Turnout;
import dev.drumbeat.report.Flow;
import dev.drumbeat.sequence.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parts of a forecast as REST prints them. */
final class ForecastParts {

  private static final int EXAMPLES = 5;

  private ForecastParts() {}

  /**
   * Who would be written to. Of the issues only so many were looked at; admitted, left out and the
   * reasons are those of them, expected is what it may become for all.
   */
  record Audience(
      int issues,
      int looked,
      int admitted,
      int leftOut,
      int expected,
      Map<String, Integer> byReason,
      List<AudienceView.Line> examples) {

    static Audience of(Turnout turnout, Answers answers) {
      Map<String, Integer> byReason = new TreeMap<>();
      turnout.leftOut().forEach((why, count) -> byReason.put(why.word(), count));
      return new Audience(
          turnout.issues(),
          turnout.looked(),
          turnout.admitted(),
          turnout.leftOutInAll(),
          turnout.expected(turnout.admitted()),
          byReason,
          Stream.concat(some(turnout.admittedSome()), some(turnout.leftOutSome()))
              .map(member -> AudienceView.Line.of(member, answers))
              .toList());
    }

    private static Stream<Member> some(List<Member> members) {
      return members.stream().limit(EXAMPLES);
    }
  }

  /** One step: how many get it, and when the first and the last of them. */
  record StepLine(
      long stepId,
      int position,
      @Nullable String subject,
      int mails,
      @Nullable Instant firstAt,
      @Nullable Instant lastAt) {

    static StepLine of(Flow.StepFlow flow) {
      Step step = flow.step();
      return new StepLine(
          step.id(), step.position(), step.title(), flow.mails(), flow.firstAt(), flow.lastAt());
    }
  }

  /** One day on which something leaves, in the zone of the campaign. */
  record DayLine(String date, int mails, int firstMails) {}

  static List<DayLine> days(Flow flow) {
    return flow.days().entrySet().stream()
        .map(
            e ->
                new DayLine(e.getKey().toString(), e.getValue().mails(), e.getValue().firstMails()))
        .toList();
  }
}
