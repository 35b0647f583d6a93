package dev.drumbeat.reply;

import dev.drumbeat.mail.failure.Failure;
import dev.drumbeat.reply.incoming.IncomingMail;
import dev.drumbeat.reply.mailbox.FoundMail;

/** A message that was just read, what it is and whose. */
record NewReply(long accountId, FoundMail found, String newText, Verdict verdict, Matched matched) {

  IncomingMail mail() {
    return found.mail();
  }

  /** The same message in another mailbox, or under another UID, has the same key. */
  String messageKey() {
    return MessageKey.of(mail(), newText);
  }

  /** One that a person should see, unless a machine has dealt with it for good. */
  ReplyState state() {
    boolean doubtful =
        verdict.failure() == Failure.UNKNOWN || matched.confidence() == Confidence.PROBABLE;
    return verdict.kind().needsPeople() || doubtful ? ReplyState.OPEN : ReplyState.CLOSED;
  }
}
