package dev.drumbeat.sending;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import dev.drumbeat.log.About;
import dev.drumbeat.log.About.Thing;
import dev.drumbeat.log.Fault;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the shard of an account for a slice of work. A lock keeps other threads and nodes away, and
 * a lease in the row those that do not see the lock (design D11).
 */
final class ShardWork {

  private static final Logger LOG = LoggerFactory.getLogger(ShardWork.class);

  private final ClusterLockService locks;
  private final ShardStore shards;
  private final Holder holder;
  private final SliceWork work;

  ShardWork(ClusterLockService locks, ShardStore shards, Holder holder, SliceWork work) {
    this.locks = locks;
    this.shards = shards;
    this.holder = holder;
    this.work = work;
  }

  /** Answers whether there may be more to do. */
  boolean slice(long accountId, Budget budget) {
    ClusterLock lock = locks.getLockForName("drumbeat.shard." + accountId);
    if (budget.isOver() || !lock.tryLock()) {
      return false;
    }
    try {
      Optional<Shard> taken = shards.take(accountId, holder);
      return taken.isPresent() && work.on(new Tenure(shards, holder, taken.get()), budget);
    } catch (RuntimeException e) {
      LOG.error(
          "{}: what is due could not be sent, which is tried again with the next tick",
          About.of(Thing.ACCOUNT, accountId),
          Fault.of(e));
      return false;
    } finally {
      lock.unlock();
    }
  }
}
