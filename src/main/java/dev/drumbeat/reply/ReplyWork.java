package dev.drumbeat.reply;

import dev.drumbeat.log.Fault;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what is left to do with messages that were stored. */
final class ReplyWork {

  private static final Logger LOG = LoggerFactory.getLogger(ReplyWork.class);
  private static final int SLICE = 100;

  private final ReplyStore replies;
  private final Effects effects;
  private final ReplyComments comments;

  ReplyWork(ReplyStore replies, Effects effects, ReplyComments comments) {
    this.replies = replies;
    this.effects = effects;
    this.comments = comments;
  }

  /** Goes on with what a crash or a fault has left of an account's messages. */
  void goOn(long accountId) {
    List<Reply> slice = replies.unfinished(accountId, 0, SLICE);
    while (!slice.isEmpty()) {
      slice.forEach(this::goOn);
      long last = slice.get(slice.size() - 1).id();
      slice = replies.unfinished(accountId, last, SLICE);
    }
  }

  /** Whether runs know of everything that an account's mailbox gave. */
  boolean isApplied(long accountId) {
    return replies.unfinished(accountId, 0, SLICE).stream()
        .noneMatch(reply -> reply.stage() == Stage.RECEIVED);
  }

  /** One that fails stays where it is until the next run, and keeps no other from it. */
  void goOn(Reply reply) {
    try {
      Reply now = reply;
      if (reply.stage() == Stage.RECEIVED && effects.apply(reply)) {
        now = reply.at(Effects.next(reply));
      }
      if (now.stage() == Stage.APPLIED || now.stage() == Stage.COMMENTING) {
        comments.write(now);
      }
    } catch (RuntimeException e) {
      LOG.error(
          "{}: the message was not dealt with to its end; the next run tries again",
          reply.about(),
          Fault.of(e));
    }
  }
}
