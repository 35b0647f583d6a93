package dev.drumbeat.web;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.Stage;
import dev.drumbeat.mail.TestMessage;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which stage of a test is wanted; none is all of them. */
record TestRequest(@Nullable String stage, @Nullable String messageId) {

  static final TestRequest ALL = new TestRequest(null, null);

  private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{1,300}>");

  /** The stage that is wanted alone. */
  Optional<Stage> only() {
    if (stage == null) {
      return Optional.empty();
    }
    return Optional.of(
        Stage.of(stage)
            .orElseThrow(
                () -> InvalidInput.at("stage", Reason.of("drumbeat.invalid.stage", stage))));
  }

  /** The message to send, or, with the id of an earlier one, to look for. */
  TestMessage message(MailAddress from, Answers answers) {
    String subject = answers.text("drumbeat.test-message.subject");
    String text = answers.text("drumbeat.test-message.text");
    if (only().equals(Optional.of(Stage.RECEIVE))) {
      return new TestMessage(sentBefore(), subject, text);
    }
    return TestMessage.from(from, subject, text);
  }

  private String sentBefore() {
    Problems problems = new Problems();
    if (messageId == null || !MESSAGE_ID.matcher(messageId).matches()) {
      problems.add("messageId", "drumbeat.invalid.message-id");
    }
    problems.refuse();
    return String.valueOf(messageId);
  }
}
