package com.atlassian.sal.api.transaction;

/** A unit of work. */
public interface TransactionCallback<T> {
  T doInTransaction();
}
