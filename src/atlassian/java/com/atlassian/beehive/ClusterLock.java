package com.atlassian.beehive;

import java.util.concurrent.locks.Lock;

/** A lock across the cluster, owned by a thread of a node. */
public interface ClusterLock extends Lock {}
