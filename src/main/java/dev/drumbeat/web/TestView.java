package dev.drumbeat.web;

import dev.drumbeat.mail.StageResult;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a test of an account found. The message id is that of the message it sent, for a client that
 * runs stage by stage and wants to look for it.
 */
record TestView(boolean passed, String messageId, List<Stage> stages) {

  static TestView of(List<StageResult> results, String messageId, Answers answers) {
    return new TestView(
        results.stream().noneMatch(StageResult::hasFailed),
        messageId,
        results.stream().map(r -> Stage.of(r, answers)).toList());
  }

  /** One stage: {@code ok}, {@code failed} or {@code skipped}, the last two with a message. */
  record Stage(
      String stage, String name, String result, @Nullable String message, long durationMillis) {

    private static Stage of(StageResult result, Answers answers) {
      return new Stage(
          result.stage().word(),
          answers.text(result.stage().key()),
          result.result().name().toLowerCase(Locale.ROOT),
          result.reason() == null ? null : answers.text(result.reason()),
          result.took().toMillis());
    }
  }
}
