package com.atlassian.scheduler.config;

/** On every node, or on one of them. */
public enum RunMode {
  RUN_ONCE_PER_CLUSTER,
  RUN_LOCALLY
}
