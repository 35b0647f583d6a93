package dev.drumbeat.host.issue;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to listeners on the publishing thread, as Jira does with those of issues. What a
 * listener throws is logged and stops neither the publisher nor the other listeners.
 */
public final class Events implements EventPublisher {

  private static final Logger LOG = LoggerFactory.getLogger(Events.class);

  private final Map<Object, List<Method>> listeners =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /**
   * Takes the public methods annotated with {@link EventListener}.
   *
   * @throws IllegalArgumentException when there is none, or one without exactly one parameter
   */
  @Override
  public void register(Object listener) {
    List<Method> methods =
        Stream.of(listener.getClass().getMethods())
            .filter(m -> m.isAnnotationPresent(EventListener.class))
            .toList();
    if (methods.isEmpty() || methods.stream().anyMatch(m -> m.getParameterCount() != 1)) {
      throw new IllegalArgumentException(
          listener.getClass().getName()
              + " needs public methods with @EventListener and one parameter each");
    }
    // The class itself need not be public.
    methods.forEach(m -> m.setAccessible(true));
    listeners.put(listener, methods);
  }

  /** Lets go of the listener and its class; unknown ones are ignored. */
  @Override
  public void unregister(Object listener) {
    listeners.remove(listener);
  }

  @Override
  public void publish(Object event) {
    Map<Object, List<Method>> now;
    synchronized (listeners) {
      now = new IdentityHashMap<>(listeners);
    }
    now.forEach(
        (listener, methods) ->
            methods.stream()
                .filter(m -> m.getParameterTypes()[0].isInstance(event))
                .forEach(m -> call(listener, m, event)));
  }

  private static void call(Object listener, Method method, Object event) {
    try {
      method.invoke(listener, event);
    } catch (InvocationTargetException e) {
      LOG.error("{} failed on {}", method, event.getClass().getName(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Made accessible when it was registered: " + method, e);
    }
  }
}
