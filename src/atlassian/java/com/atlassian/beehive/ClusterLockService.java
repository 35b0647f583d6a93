package com.atlassian.beehive;

/** Hands out locks by name. */
public interface ClusterLockService {
  ClusterLock getLockForName(String lockName);
}
