package dev.drumbeat.web;

import dev.drumbeat.report.Flow;
import dev.drumbeat.report.Forecast;
import dev.drumbeat.report.Remark;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A forecast as REST prints it. When it is not exact, the numbers are estimated from the issues
 * that were looked at, or go on beyond what is foretold; what it does not consider stands in it.
 */
record ForecastView(
    long campaignId,
    int version,
    boolean exact,
    Instant startAt,
    ForecastParts.Audience audience,
    @Nullable Instant firstMailAt,
    @Nullable Instant lastFirstMailAt,
    @Nullable Instant lastMailAt,
    int mails,
    int late,
    @Nullable Integer mostPerDay,
    List<ForecastParts.StepLine> steps,
    List<ForecastParts.DayLine> days,
    List<Note> blockers,
    List<Note> warnings,
    List<String> notConsidered) {

  private static final List<String> NOT_CONSIDERED =
      List.of("answers", "other-campaigns", "retries", "speed");

  static ForecastView of(Forecast forecast, Answers answers) {
    Flow flow = forecast.flow();
    Flow.@Nullable StepFlow first = flow.steps().isEmpty() ? null : flow.steps().get(0);
    return new ForecastView(
        forecast.campaign().id(),
        forecast.campaign().version(),
        forecast.turnout().isComplete() && flow.isFinished(),
        forecast.startAt(),
        ForecastParts.Audience.of(forecast.turnout(), answers),
        first == null ? null : first.firstAt(),
        first == null ? null : first.lastAt(),
        flow.lastAt(),
        flow.mails(),
        flow.late(),
        forecast.mostPerDay(),
        flow.steps().stream().map(ForecastParts.StepLine::of).toList(),
        ForecastParts.days(flow),
        forecast.blockers().stream().map(r -> Note.of(r, answers)).toList(),
        forecast.warnings().stream().map(r -> Note.of(r, answers)).toList(),
        NOT_CONSIDERED.stream().map(w -> answers.text("drumbeat.forecast.not." + w)).toList());
  }

  /** A sentence and what it is about: a field, and {@code who}, {@code what}, {@code how}, … */
  record Note(String field, String band, String text) {

    private static Note of(Remark remark, Answers answers) {
      return new Note(remark.field(), Words.of(remark.band()), answers.text(remark.text()));
    }
  }
}
