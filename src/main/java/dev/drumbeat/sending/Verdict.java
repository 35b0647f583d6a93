package dev.drumbeat.sending;

import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.SendOutcome.Deferred;
import dev.drumbeat.sending.SendOutcome.Rejected;
import dev.drumbeat.sending.SendOutcome.Scope;
import dev.drumbeat.sending.SendOutcome.Sent;
import dev.drumbeat.sending.SendOutcome.Unknown;
import java.util.Locale;

/** What the answer of a server at a stage means for the send (B2, X4, X5). */
final class Verdict {

  static final int SERVICE_CLOSING = 421;
  private static final int TOO_BIG = 552;

  private Verdict() {}

  /** The outcome that the answer ends the hand-over with. */
  static SendOutcome of(Stage stage, SmtpReply reply) {
    if (stage == Stage.BODY && reply.isPositive()) {
      return new Sent(reply.text());
    }
    if (reply.isRefusal()) {
      return refused(stage, reply);
    }
    // An answer that fits no rule: harmless before the body, a doubt after it.
    Reason reason = Reason.of("drumbeat.outcome.strange", reply.text());
    return stage == Stage.BODY
        ? new Unknown(reason)
        : new Deferred(Scope.ACCOUNT, FailureClass.UNKNOWN, reason);
  }

  private static SendOutcome refused(Stage stage, SmtpReply reply) {
    FailureClass kind = kind(stage, reply);
    Reason reason = reason(kind, reply);
    if (isAboutTheAccount(stage, kind, reply)) {
      return new Deferred(Scope.ACCOUNT, kind, reason);
    }
    return switch (kind) {
      case HARD, CONTENT -> new Rejected(kind, reason);
      case SOFT, BLOCK, UNKNOWN, CONFIGURATION -> new Deferred(Scope.ADDRESS, kind, reason);
    };
  }

  /** Before the lead was named, a refusal cannot be about the lead. */
  private static boolean isAboutTheAccount(Stage stage, FailureClass kind, SmtpReply reply) {
    return stage == Stage.MAIL
        || kind == FailureClass.CONFIGURATION
        || reply.code() == SERVICE_CLOSING;
  }

  private static FailureClass kind(Stage stage, SmtpReply reply) {
    FailureClass kind = FailureClass.of(reply.status(), reply.code(), reply.text());
    if (stage == Stage.RCPT || reply.status() != null) {
      return kind;
    }
    // The server knew the address when it took RCPT: a bare code now speaks of what it read.
    if (reply.code() == TOO_BIG) {
      return FailureClass.CONTENT;
    }
    return kind == FailureClass.HARD ? FailureClass.BLOCK : kind;
  }

  private static Reason reason(FailureClass kind, SmtpReply reply) {
    return Reason.of("drumbeat.outcome." + kind.name().toLowerCase(Locale.ROOT), reply.text());
  }
}
