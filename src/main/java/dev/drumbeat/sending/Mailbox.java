package dev.drumbeat.sending;

import static dev.drumbeat.enrollment.EnrollmentState.ACTIVE;

import dev.drumbeat.enrollment.EnrollmentStore;
import dev.drumbeat.request.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks into the mailbox of an account before its follow-ups leave. If that cannot be done they are
 * put off and say why; first steps answer nobody and go.
 */
final class Mailbox {

  /** How old the last look to the end may be. */
  private static final Duration FRESH = Duration.ofMinutes(15);

  private static final Duration NEXT_LOOK = Duration.ofMinutes(5);

  private final Ground ground;
  private final AnswersFirst answers;

  Mailbox(Ground ground, AnswersFirst answers) {
    this.ground = ground;
    this.answers = answers;
  }

  /** Whether follow-ups may go; false also when there are none. */
  boolean isRead(Slice slice) {
    long account = slice.account().id();
    EnrollmentStore enrollments = ground.stores().enrollments();
    if (enrollments.due(account, ACTIVE, ground.now(), 0, 1).isEmpty()) {
      return false;
    }
    Optional<Instant> readAt = answers.readBefore(account);
    Instant now = ground.now();
    if (readAt.filter(at -> at.isAfter(now.minus(FRESH))).isPresent()) {
      slice.mailboxWasRead(readAt.get());
      return true;
    }
    Reason why = Reason.of("drumbeat.wait.mailbox", slice.account().settings().name());
    ground
        .stores()
        .sql()
        .write(c -> enrollments.putOff(c, account, ACTIVE, null, now.plus(NEXT_LOOK), why, now));
    return false;
  }
}
