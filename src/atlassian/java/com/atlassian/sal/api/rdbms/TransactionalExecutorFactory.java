package com.atlassian.sal.api.rdbms;

/** Plain SQL on the host's connections. */
public interface TransactionalExecutorFactory {
  TransactionalExecutor createExecutor(boolean readOnly, boolean requiresNew);
}
