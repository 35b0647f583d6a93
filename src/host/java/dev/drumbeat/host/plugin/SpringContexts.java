package dev.drumbeat.host.plugin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Hears from Gemini how the Spring context of a bundle came up. */
final class SpringContexts {

  private static final String LISTENER =
      "org.eclipse.gemini.blueprint.context.event.OsgiBundleApplicationContextListener";

  private final ConcurrentMap<Long, BlockingQueue<Object>> outcomes = new ConcurrentHashMap<>();

  /** Listens through Gemini's own type, which only its bundle can load. */
  void listen(BundleContext host, Bundle geminiCore) throws ClassNotFoundException {
    Class<?> type = geminiCore.loadClass(LISTENER);
    Object listener =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "toString" -> "SpringContexts";
                  default -> {
                    heard(arguments[0]);
                    yield null;
                  }
                });
    host.registerService(LISTENER, listener, null);
  }

  /** Waits for the context of a bundle that was just started. */
  ApplicationContext await(Bundle bundle, long seconds) {
    try {
      Object outcome = outcomes(bundle).poll(seconds, TimeUnit.SECONDS);
      if (outcome == null) {
        throw new PluginFailure(
            "The Spring context did not come up within "
                + seconds
                + " s: the host offers no service for one of its references, or"
                + " META-INF/spring/*.xml is missing.");
      }
      if (outcome instanceof Throwable failure) {
        throw new PluginFailure(
            "The Spring context failed: " + PluginFailure.reason(failure), failure);
      }
      return (ApplicationContext) outcome;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PluginFailure("Interrupted while the app was starting.", e);
    } finally {
      outcomes.remove(bundle.getBundleId());
    }
  }

  private void heard(Object event) throws ReflectiveOperationException {
    Bundle bundle = (Bundle) call(event, "getBundle");
    switch (event.getClass().getSimpleName()) {
      case "OsgiBundleContextRefreshedEvent" ->
          outcomes(bundle).add((ConfigurableApplicationContext) call(event, "getSource"));
      case "OsgiBundleContextFailedEvent" -> outcomes(bundle).add(call(event, "getFailureCause"));
      default -> {
        // Progress and closing are of no interest here.
      }
    }
  }

  private BlockingQueue<Object> outcomes(Bundle bundle) {
    return outcomes.computeIfAbsent(bundle.getBundleId(), id -> new LinkedBlockingQueue<>());
  }

  private static Object call(Object on, String getter) throws ReflectiveOperationException {
    try {
      return on.getClass().getMethod(getter).invoke(on);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
