package dev.drumbeat.sending;

import com.atlassian.sal.api.rdbms.ConnectionCallback;
import com.atlassian.sal.api.rdbms.TransactionalExecutor;
import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;

/**
 * Lets so many units of work pass and then none: what an engine on it leaves behind is what a
 * process leaves that dies there.
 */
final class DyingDatabase implements TransactionalExecutorFactory {

  private final TransactionalExecutorFactory real;
  private final boolean lastIsCommitted;
  private int left;

  /** The last unit may still be committed without anybody hearing of it. */
  DyingDatabase(TransactionalExecutorFactory real, int units, boolean lastIsCommitted) {
    this.real = real;
    this.left = units;
    this.lastIsCommitted = lastIsCommitted;
  }

  boolean isDead() {
    return left < 0;
  }

  @Override
  public TransactionalExecutor createExecutor(boolean readOnly, boolean requiresNew) {
    TransactionalExecutor executor = real.createExecutor(readOnly, requiresNew);
    return new TransactionalExecutor() {
      @Override
      public <A> A execute(ConnectionCallback<A> callback) {
        left--;
        if (left > 0) {
          return executor.execute(callback);
        }
        if (left == 0 && lastIsCommitted) {
          executor.execute(callback);
        }
        left = -1;
        throw new IllegalStateException("the process is dead");
      }
    };
  }
}
