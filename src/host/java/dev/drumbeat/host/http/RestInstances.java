package dev.drumbeat.host.http;

import dev.drumbeat.host.plugin.HostPlugin;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.glassfish.jersey.internal.inject.Bindings;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.ComponentProvider;

/**
 * Lets an app's Spring context make its resources, one for each request. Jersey finds this class by
 * {@code META-INF/services}.
 */
public final class RestInstances implements ComponentProvider {

  /** The property of a module's configuration that holds its {@link HostPlugin}. */
  static final String PLUGIN = "host.plugin";

  private InjectionManager injection;
  private HostPlugin plugin;

  @Override
  public void initialize(InjectionManager injectionManager) {
    injection = injectionManager;
    if (injection.getInstance(Application.class) instanceof ResourceConfig config) {
      plugin = (HostPlugin) config.getProperty(PLUGIN);
    }
  }

  @Override
  public boolean bind(Class<?> component, Set<Class<?>> providerContracts) {
    if (plugin == null || !component.isAnnotationPresent(Path.class)) {
      return false;
    }
    injection.register(Bindings.supplier(() -> instance(component)).to(component));
    return true;
  }

  /** Fields that say {@code @Context} are Jersey's to fill. */
  private <T> T instance(Class<T> type) {
    T instance = plugin.create(type);
    injection.inject(instance);
    return instance;
  }

  @Override
  public void done() {}
}
