package dev.drumbeat.reply;

import static dev.drumbeat.reply.Confidence.PROBABLE;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.audience.NewSuppression;
import dev.drumbeat.audience.Scope;
import dev.drumbeat.audience.SuppressionReason;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.mail.failure.Failure;
import dev.drumbeat.sending.Send;
import dev.drumbeat.sending.SendStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets follow from a message what has to (§12.2, S3, §14), once: all of it is one unit with the
 * note that it happened. A suppression goes before it; adding that again changes nothing.
 */
final class Effects {

  private static final Logger LOG = LoggerFactory.getLogger(Effects.class);

  private final Stores stores;
  private final SendStore sends;
  private final ReplyStore replies;
  private final Suppressions suppressions;

  Effects(Stores stores, SendStore sends, ReplyStore replies, Suppressions suppressions) {
    this.stores = stores;
    this.sends = sends;
    this.replies = replies;
    this.suppressions = suppressions;
  }

  /** False when it had happened already. */
  boolean apply(Reply reply) {
    suppression(reply).ifPresent(why -> suppress(reply, why));
    Send send = send(reply);
    Instant now = stores.clock().instant();
    Stage next = next(reply);
    List<Enrollment> runs = stores.enrollments().activeOf(AddressKey.of(reply.match().lead()));
    Aftermath aftermath = new Aftermath(stores, sends, reply, send, runs);
    boolean done =
        stores
            .sql()
            .write(
                c -> {
                  boolean first = replies.advance(c, reply, next, now);
                  if (first) {
                    aftermath.happen(c);
                  }
                  return first;
                });
    if (done) {
      LOG.info(
          "{}: a message came back, kind={} match={}; open runs of the lead: {}",
          reply.about(),
          reply.kind(),
          reply.match().confidence(),
          runs.size());
    }
    return done;
  }

  /** What is left to do with a message when its effects have happened. */
  static Stage next(Reply reply) {
    return ReplyComments.isWanted(reply) ? Stage.APPLIED : Stage.DONE;
  }

  private @Nullable Send send(Reply reply) {
    Long id = reply.match().sendId();
    return id == null ? null : sends.find(id).orElse(null);
  }

  /** Whoever asks for it is left alone, whatever the message answers (S2, B5). */
  private static Optional<SuppressionReason> suppression(Reply reply) {
    boolean sure = reply.match().confidence().isSure();
    return Optional.ofNullable(
        switch (reply.kind()) {
          case UNSUBSCRIBE ->
              reply.match().confidence() == PROBABLE ? null : SuppressionReason.UNSUBSCRIBED;
          case COMPLAINT -> sure ? SuppressionReason.COMPLAINED : null;
          case BOUNCE ->
              sure && reply.what().failure() == Failure.HARD ? SuppressionReason.HARD_BOUNCE : null;
          default -> null;
        });
  }

  /** Who asks in words means everything that we send, not one campaign that they never heard of. */
  private void suppress(Reply reply, SuppressionReason why) {
    suppressions.add(NewSuppression.of(reply.match().lead(), Scope.INSTANCE, why, Aftermath.WHO));
  }
}
