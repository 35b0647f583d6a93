package com.atlassian.sal.api.rdbms;

/** Runs one unit: commits on return, rolls back on any exception. */
public interface TransactionalExecutor {
  <A> A execute(ConnectionCallback<A> callback);
}
