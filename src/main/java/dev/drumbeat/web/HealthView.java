package dev.drumbeat.web;

import dev.drumbeat.health.Check;
import dev.drumbeat.health.Mender;
import dev.drumbeat.health.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that was checked; the state is that of the worst, for programs that watch. */
public record HealthView(String state, List<CheckView> checks) {

  static HealthView of(Report report, Answers answers) {
    return new HealthView(
        report.level().word(),
        report.checks().stream().map(check -> CheckView.of(check, answers)).toList());
  }

  /** One check: its state, one sentence, and if it is not in order who can change it and where. */
  public record CheckView(
      String check,
      String state,
      String sentence,
      @Nullable String mender,
      @Nullable String remedy,
      @Nullable String link) {

    static CheckView of(Check check, Answers answers) {
      Mender mender = check.mender();
      return new CheckView(
          check.name(),
          check.level().word(),
          answers.text(check.sentence()),
          mender == null ? null : mender.word(),
          mender == null ? null : answers.text(mender.reason()),
          check.place() == null ? null : answers.page(check.place()).toString());
    }
  }
}
