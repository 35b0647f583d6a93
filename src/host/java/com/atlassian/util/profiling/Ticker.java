package com.atlassian.util.profiling;

/** A running measurement. */
public interface Ticker extends AutoCloseable {
  @Override
  void close();
}
