package com.atlassian.sal.api.lifecycle;

/** Told when the host is fully up, and when the app goes down. */
public interface LifecycleAware {
  void onStart();

  default void onStop() {}
}
