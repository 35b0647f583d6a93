package dev.drumbeat.host.schedule;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Locks by name, owned by a thread; this host is a single node. */
public final class HostLocks implements ClusterLockService {

  private final ConcurrentMap<String, ClusterLock> locks = new ConcurrentHashMap<>();

  @Override
  public ClusterLock getLockForName(String lockName) {
    return locks.computeIfAbsent(lockName, name -> new LocalLock());
  }

  private static final class LocalLock extends ReentrantLock implements ClusterLock {

    private static final long serialVersionUID = 1;

    @Override
    public Condition newCondition() {
      throw new UnsupportedOperationException("as in Jira: a cluster lock has no conditions");
    }
  }
}
