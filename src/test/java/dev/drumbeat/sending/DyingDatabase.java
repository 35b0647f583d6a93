package dev.drumbeat.sending;

import com.atlassian.sal.api.rdbms.ConnectionCallback;
import com.atlassian.sal.api.rdbms.TransactionalExecutor;
import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets so many units of work pass and then none: what an engine on it leaves behind is what a
 * process leaves that dies there.
 */
final class DyingDatabase implements TransactionalExecutorFactory {

  private final TransactionalExecutorFactory real;
  private final boolean lastIsCommitted;
  private final AtomicInteger left;

  /** The last unit may still be committed without anybody hearing of it. */
  DyingDatabase(TransactionalExecutorFactory real, int units, boolean lastIsCommitted) {
    this.real = real;
    this.left = new AtomicInteger(units);
    this.lastIsCommitted = lastIsCommitted;
  }

  /** Refuses everything for a while. */
  void fails(boolean now) {
    left.set(now ? -1 : Integer.MAX_VALUE);
  }

  boolean isDead() {
    return left.get() < 0;
  }

  @Override
  public TransactionalExecutor createExecutor(boolean readOnly, boolean requiresNew) {
    TransactionalExecutor executor = real.createExecutor(readOnly, requiresNew);
    return new TransactionalExecutor() {
      @Override
      public <A> A execute(ConnectionCallback<A> callback) {
        int rest = left.decrementAndGet();
        if (rest > 0) {
          return executor.execute(callback);
        }
        if (rest == 0 && lastIsCommitted) {
          executor.execute(callback);
        }
        left.set(-1);
        throw new IllegalStateException("the process is dead");
      }
    };
  }
}
