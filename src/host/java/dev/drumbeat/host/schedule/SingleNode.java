package dev.drumbeat.host.schedule;

import com.atlassian.jira.cluster.ClusterInfo;

/** This host is one node. */
public final class SingleNode implements ClusterInfo {

  @Override
  public String getNodeId() {
    return null;
  }
}
