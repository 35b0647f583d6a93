package dev.drumbeat.host.plugin;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import dev.drumbeat.host.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs, disables, upgrades and removes apps while the host runs. What goes wrong is told with
 * its reason and never takes the host down.
 */
public final class Plugins implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Plugins.class);
  private static final long CONTEXT_SECONDS = 30;

  private final Path jars;
  private final BundleFramework framework;
  private final List<ModuleConsumer> consumers = new ArrayList<>();
  private final Map<String, Running> running = new LinkedHashMap<>();
  private final Map<String, InstalledPlugin> installed = new LinkedHashMap<>();

  /** An app that is up, with the consumers that hold something of it. */
  private record Running(BundlePlugin plugin, List<ModuleConsumer> holders) {}

  /** Starts the framework; services are what apps can refer to, consumers enable in that order. */
  public Plugins(
      Path home, Database database, List<HostService> services, List<ModuleConsumer> parts) {
    ActiveObjectsModules tables = new ActiveObjectsModules(database);
    List<HostService> offered = new ArrayList<>(services);
    offered.add(new HostService(ActiveObjects.class, tables, Map.of()));
    this.jars = home.resolve("installed-plugins");
    this.framework = BundleFramework.start(home.resolve("bundles"), offered);
    consumers.add(tables);
    consumers.addAll(parts);
  }

  /** Every app that was ever installed here, in order. */
  public synchronized List<InstalledPlugin> all() {
    return List.copyOf(installed.values());
  }

  /** One app by key. */
  public synchronized Optional<InstalledPlugin> find(String key) {
    return Optional.ofNullable(installed.get(key));
  }

  /** An app that is up. */
  public synchronized Optional<HostPlugin> running(String key) {
    return Optional.ofNullable(running.get(key)).map(Running::plugin);
  }

  /**
   * Installs a jar, or upgrades the app of the same key; throws with the reason if it is not up.
   */
  public synchronized InstalledPlugin install(Path jar) {
    PluginDescriptor descriptor = DescriptorReader.read(jar);
    try {
      Files.createDirectories(jars);
      Path kept = jars.resolve(descriptor.key() + ".jar");
      stop(descriptor.key());
      Files.copy(jar, kept, StandardCopyOption.REPLACE_EXISTING);
      return start(kept, descriptor);
    } catch (IOException e) {
      throw new PluginFailure("The jar could not be kept: " + e.getMessage() + ".", e);
    }
  }

  /** Takes an app down and keeps it installed. */
  public synchronized InstalledPlugin disable(String key) {
    InstalledPlugin app = known(key);
    stop(key);
    return put(app.key(), app.name(), app.version(), InstalledPlugin.State.DISABLED, "");
  }

  /** Brings an app up again. */
  public synchronized InstalledPlugin enable(String key) {
    if (known(key).state() == InstalledPlugin.State.ENABLED) {
      return known(key);
    }
    Path kept = jars.resolve(key + ".jar");
    return start(kept, DescriptorReader.read(kept));
  }

  /** Takes an app down and forgets it; its tables stay, as in Jira. */
  public synchronized void uninstall(String key) {
    known(key);
    stop(key);
    installed.remove(key);
    try {
      Files.deleteIfExists(jars.resolve(key + ".jar"));
    } catch (IOException e) {
      throw new PluginFailure("The jar could not be removed: " + e.getMessage() + ".", e);
    }
  }

  private InstalledPlugin known(String key) {
    return find(key).orElseThrow(() -> new PluginFailure("No app " + key + " is installed."));
  }

  private InstalledPlugin start(Path jar, PluginDescriptor app) {
    Bundle bundle = null;
    List<ModuleConsumer> holders = new ArrayList<>();
    BundlePlugin plugin = null;
    try {
      bundle = framework.start(jar);
      plugin = new BundlePlugin(app, bundle, framework.contexts().await(bundle, CONTEXT_SECONDS));
      for (ModuleConsumer consumer : consumers) {
        holders.add(consumer);
        consumer.enable(plugin);
      }
      lifecycle(bundle).forEach(LifecycleAware::onStart);
      running.put(app.key(), new Running(plugin, holders));
      log.info("{} {} is enabled", app.key(), app.version());
      return put(app.key(), app.name(), app.version(), InstalledPlugin.State.ENABLED, "");
    } catch (RuntimeException | LinkageError e) {
      log.warn("{} {} failed: {}", app.key(), app.version(), PluginFailure.reason(e), e);
      letGo(plugin, holders);
      framework.remove(bundle);
      String reason = PluginFailure.reason(e);
      put(app.key(), app.name(), app.version(), InstalledPlugin.State.FAILED, reason);
      throw new PluginFailure(app.key() + " " + app.version() + ": " + reason, e);
    }
  }

  private void stop(String key) {
    Running app = running.remove(key);
    if (app != null) {
      lifecycle(app.plugin().bundle()).forEach(Plugins::stopQuietly);
      letGo(app.plugin(), app.holders());
      framework.remove(app.plugin().bundle());
      log.info("{} is down", key);
    }
  }

  private static void letGo(BundlePlugin plugin, List<ModuleConsumer> holders) {
    for (int i = holders.size() - 1; i >= 0; i--) {
      try {
        holders.get(i).disable(plugin);
      } catch (RuntimeException e) {
        log.warn("{} did not let go of {}", holders.get(i), plugin.key(), e);
      }
    }
  }

  private static void stopQuietly(LifecycleAware part) {
    try {
      part.onStop();
    } catch (RuntimeException e) {
      log.warn("{} did not stop cleanly", part, e);
    }
  }

  private List<LifecycleAware> lifecycle(Bundle bundle) {
    List<LifecycleAware> parts = new ArrayList<>();
    ServiceReference<?>[] offered = bundle.getRegisteredServices();
    for (ServiceReference<?> reference : offered == null ? new ServiceReference<?>[0] : offered) {
      if (framework.context().getService(reference) instanceof LifecycleAware part) {
        parts.add(part);
      }
    }
    return parts;
  }

  private InstalledPlugin put(
      String key, String name, String version, InstalledPlugin.State state, String reason) {
    InstalledPlugin app = new InstalledPlugin(key, name, version, state, reason);
    installed.put(key, app);
    return app;
  }

  @Override
  public synchronized void close() {
    List.copyOf(running.keySet()).forEach(this::stop);
    framework.close();
  }
}
