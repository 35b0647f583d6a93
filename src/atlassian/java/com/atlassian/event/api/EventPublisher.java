package com.atlassian.event.api;

/** Delivers events to methods that carry {@link EventListener}. */
public interface EventPublisher {
  void publish(Object event);

  void register(Object listener);

  void unregister(Object listener);
}
