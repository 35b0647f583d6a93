package com.atlassian.jira.cluster;

/** Whether this is one node of several, and which. */
public interface ClusterInfo {
  String getNodeId();
}
