package dev.drumbeat.sending;

import dev.drumbeat.log.About;
import dev.drumbeat.log.About.Thing;
import dev.drumbeat.log.Why;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.Shard.Hold;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A shard while it is ours, and what is noted of it. */
final class Tenure {

  private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 5;

  /** A small part of the lease. */
  private static final Duration RENEWAL = Duration.ofSeconds(20);

  private final ShardStore store;
  private final Holder holder;
  private long renewed = System.nanoTime();
  private Shard shard;

  Tenure(ShardStore store, Holder holder, Shard shard) {
    this.store = store;
    this.holder = holder;
    this.shard = shard;
  }

  Shard shard() {
    return shard;
  }

  /** Whether its server failed a moment ago, and nobody has changed the account since. */
  boolean isBackingOff(MailAccount account, Instant now) {
    Hold hold = shard.hold();
    Instant last = shard.lastTickAt();
    return shard.failures() > 0
        && hold != null
        && hold.until().isAfter(now)
        && (last == null || !account.updatedAt().isAfter(last));
  }

  /** Notes that the account can be sent from, as far as anybody knows. */
  void attend(Instant now) {
    shard = store.attend(shard, holder, now);
  }

  /** Notes why nothing leaves until then, though the account itself is in order. */
  void hold(Hold hold) {
    store.hold(shard, holder, hold, 0);
    refresh();
  }

  /** Notes that the account failed, for longer each time in a row. */
  void fail(Reason why, Instant now) {
    int doublings = Math.min(shard.failures(), MOST_DOUBLINGS);
    Instant until = now.plus(FIRST_PAUSE.multipliedBy(1L << doublings));
    if (shard.failures() == 0) {
      LOG.warn("{}: nothing can leave from it now; it is tried again ({})", about(), Why.of(why));
    }
    store.hold(shard, holder, new Hold(until, why), shard.failures() + 1);
    refresh();
  }

  /** Notes that nothing is in the way any more. */
  void clear() {
    if (shard.failures() > 0) {
      LOG.info("{}: mail leaves again", about());
    }
    if (shard.hold() != null || shard.failures() > 0) {
      store.hold(shard, holder, null, 0);
      refresh();
    }
  }

  private About about() {
    return About.of(Thing.ACCOUNT, shard.accountId());
  }

  private void refresh() {
    shard = store.find(shard.accountId()).orElse(shard);
  }

  /** Makes the lease longer now and then; false when somebody else has the shard. */
  boolean goesOn() {
    if (System.nanoTime() - renewed < RENEWAL.toNanos()) {
      return true;
    }
    renewed = System.nanoTime();
    return store.renew(shard, holder);
  }

  void release() {
    store.release(shard, holder);
  }
}
