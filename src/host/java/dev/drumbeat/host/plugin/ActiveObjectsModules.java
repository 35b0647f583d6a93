package dev.drumbeat.host.plugin;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.TableSpace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import net.java.ao.RawEntity;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/**
 * Gives each app its own tables. As in Jira they exist only once the module is enabled: an app that
 * reads them while its context is built fails.
 */
final class ActiveObjectsModules implements ModuleConsumer, ServiceFactory<ActiveObjects> {

  private final Database database;
  private final ConcurrentMap<String, ActiveObjects> open = new ConcurrentHashMap<>();

  ActiveObjectsModules(Database database) {
    this.database = database;
  }

  @Override
  public void enable(HostPlugin plugin) {
    List<PluginModule> modules = plugin.descriptor().modules("ao").toList();
    if (modules.size() > 1) {
      throw new PluginFailure(
          "An app may have one ao module, this one has " + modules.size() + ".");
    }
    modules.forEach(
        module -> {
          List<Class<? extends RawEntity<?>>> entities = new ArrayList<>();
          module.children("entity").forEach(e -> entities.add(entity(plugin, e.getTextContent())));
          String namespace =
              module.attribute("namespace").isEmpty()
                  ? plugin.key()
                  : module.attribute("namespace");
          open.put(plugin.key(), TableSpace.open(database, namespace, entities));
        });
  }

  @Override
  public void disable(HostPlugin plugin) {
    open.remove(plugin.key());
  }

  @Override
  public ActiveObjects getService(Bundle bundle, ServiceRegistration<ActiveObjects> registration) {
    String key = bundle.getHeaders().get("Atlassian-Plugin-Key");
    return (ActiveObjects)
        Proxy.newProxyInstance(
            ActiveObjects.class.getClassLoader(),
            new Class<?>[] {ActiveObjects.class},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return method.invoke(this, arguments);
              }
              try {
                return method.invoke(tables(key), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public void ungetService(
      Bundle bundle, ServiceRegistration<ActiveObjects> registration, ActiveObjects service) {}

  private ActiveObjects tables(String key) {
    ActiveObjects tables = open.get(key);
    if (tables == null) {
      throw new IllegalStateException("the tables of " + key + " are there once it is enabled");
    }
    return tables;
  }

  @SuppressWarnings("unchecked") // every entity is a RawEntity of something
  private static Class<? extends RawEntity<?>> entity(HostPlugin plugin, String className) {
    return (Class<? extends RawEntity<?>>) plugin.type(className.trim(), RawEntity.class);
  }
}
