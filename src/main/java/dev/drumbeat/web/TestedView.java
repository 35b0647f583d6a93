package dev.drumbeat.web;

import dev.drumbeat.sending.SendOutcome;
import dev.drumbeat.sending.SendOutcome.Deferred;
import dev.drumbeat.sending.SendOutcome.Rejected;
import dev.drumbeat.sending.SendOutcome.Sent;
import dev.drumbeat.sending.SendOutcome.Unknown;
import dev.drumbeat.sending.SendOutcome.Withheld;
import dev.drumbeat.sending.Tested;
import org.jspecify.annotations.Nullable;

/** What came of a test: {@code sent} with the server's answer, or another word with a reason. */
record TestedView(
    String email,
    @Nullable Long stepId,
    long mailAccountId,
    @Nullable String issueKey,
    String result,
    String detail) {

  static TestedView of(Tested tested, Answers answers) {
    SendOutcome outcome = tested.outcome();
    return new TestedView(
        tested.to().text(),
        tested.step().isNew() ? null : tested.step().id(),
        tested.account().id(),
        tested.issueKey(),
        word(outcome),
        detail(outcome, answers));
  }

  private static String word(SendOutcome outcome) {
    if (outcome instanceof Sent) {
      return "sent";
    }
    if (outcome instanceof Deferred) {
      return "deferred";
    }
    return outcome instanceof Unknown ? "unknown" : "rejected";
  }

  private static String detail(SendOutcome outcome, Answers answers) {
    if (outcome instanceof Sent sent) {
      return sent.response();
    }
    if (outcome instanceof Deferred deferred) {
      return answers.text(deferred.reason());
    }
    if (outcome instanceof Rejected rejected) {
      return answers.text(rejected.reason());
    }
    return answers.text(
        outcome instanceof Unknown unknown ? unknown.reason() : ((Withheld) outcome).reason());
  }
}
