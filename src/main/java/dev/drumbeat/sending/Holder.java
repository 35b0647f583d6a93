package dev.drumbeat.sending;

import com.atlassian.jira.cluster.ClusterInfo;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Who holds leases: a node, and the engine on it, which is another one after each start. What an
 * earlier engine of the same node held is free, since it is gone.
 *
 * @param leases the clock of leases, which no test of the product's time moves (design D12)
 */
record Holder(String node, String engine, InstantSource leases) {

  private static final String ALONE = "-";

  /** An engine that starts now. */
  static Holder of(ClusterInfo cluster, InstantSource leases) {
    String node = cluster.getNodeId();
    return new Holder(node == null ? ALONE : node, UUID.randomUUID().toString(), leases);
  }
}
