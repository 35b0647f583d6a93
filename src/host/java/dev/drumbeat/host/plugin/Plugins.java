package dev.drumbeat.host.plugin;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import dev.drumbeat.host.database.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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

  private final KeptJars jars;
  private final BundleFramework framework;
  private final List<ModuleConsumer> consumers = new ArrayList<>();
  // Read without the lock of this object, which is held for as long as an app takes to start.
  private final Map<String, Running> running = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Map<String, InstalledPlugin> installed =
      Collections.synchronizedMap(new LinkedHashMap<>());

  /** An app that is up, with the consumers that hold something of it. */
  private record Running(BundlePlugin plugin, List<ModuleConsumer> holders) {}

  /** Starts the framework; services are what apps can refer to, consumers enable in that order. */
  public Plugins(
      Path home, Database database, List<HostService> services, List<ModuleConsumer> parts) {
    ActiveObjectsModules tables = new ActiveObjectsModules(database);
    List<HostService> offered = new ArrayList<>(services);
    offered.add(new HostService(ActiveObjects.class, tables, Map.of()));
    this.jars = new KeptJars(home.resolve("installed-plugins"));
    this.framework = BundleFramework.start(home.resolve("bundles"), offered);
    consumers.add(tables);
    consumers.addAll(parts);
  }

  /** Every app that is installed, in order. */
  public List<InstalledPlugin> all() {
    synchronized (installed) {
      return List.copyOf(installed.values());
    }
  }

  /** One app by key. */
  public Optional<InstalledPlugin> find(String key) {
    return Optional.ofNullable(installed.get(key));
  }

  /** An app that is up. */
  public Optional<HostPlugin> running(String key) {
    return Optional.ofNullable(running.get(key)).map(Running::plugin);
  }

  /**
   * Installs a jar, or upgrades the app of the same key; throws with the reason if it is not up. A
   * version that was good stays when the new one does not start.
   */
  public synchronized InstalledPlugin install(Path jar) {
    PluginDescriptor app = DescriptorReader.read(jar);
    Path staged = jars.stage(app.key(), jar);
    InstalledPlugin before = installed.get(app.key());
    stop(app.key());
    InstalledPlugin now = startOrGoBack(staged, app, before);
    jars.keepStaged(app.key());
    return now;
  }

  private InstalledPlugin startOrGoBack(Path staged, PluginDescriptor app, InstalledPlugin before) {
    try {
      return start(staged, app);
    } catch (PluginFailure e) {
      if (before == null || before.state() == InstalledPlugin.State.FAILED) {
        jars.keepStaged(app.key());
        throw e;
      }
      jars.dropStaged(app.key());
      throw new PluginFailure(e.getMessage() + " (" + goBackTo(before) + ")", e);
    }
  }

  private String goBackTo(InstalledPlugin before) {
    if (before.state() == InstalledPlugin.State.DISABLED) {
      installed.put(before.key(), before);
      return "version " + before.version() + " stays, switched off";
    }
    try {
      startKept(before.key());
      return "version " + before.version() + " is up again";
    } catch (PluginFailure e) {
      return "nor is version " + before.version() + " up again: " + e.getMessage();
    }
  }

  /** Brings back the apps that the host had when it was stopped, but for those installed since. */
  public synchronized void restore() {
    jars.all().forEach(this::restore);
  }

  private void restore(Path jar) {
    try {
      PluginDescriptor app = DescriptorReader.read(jar);
      if (installed.containsKey(app.key())) {
        return;
      }
      if (jars.isOff(app.key())) {
        put(app, InstalledPlugin.State.DISABLED, "");
      } else {
        start(jar, app);
      }
    } catch (PluginFailure e) {
      log.warn("{} is not back: {}", jar.getFileName(), e.getMessage());
    }
  }

  /** Takes an app down and keeps it installed. */
  public synchronized InstalledPlugin disable(String key) {
    InstalledPlugin app = known(key);
    stop(key);
    InstalledPlugin off =
        new InstalledPlugin(key, app.name(), app.version(), InstalledPlugin.State.DISABLED, "");
    installed.put(key, off);
    jars.switchOff(key);
    return off;
  }

  /** Brings an app up again. */
  public synchronized InstalledPlugin enable(String key) {
    if (known(key).state() == InstalledPlugin.State.ENABLED) {
      return known(key);
    }
    jars.switchOn(key);
    return startKept(key);
  }

  /** Takes an app down and forgets it; its tables stay, as in Jira. */
  public synchronized void uninstall(String key) {
    known(key);
    stop(key);
    installed.remove(key);
    jars.remove(key);
  }

  private InstalledPlugin known(String key) {
    return find(key).orElseThrow(() -> new PluginFailure("No app " + key + " is installed."));
  }

  private InstalledPlugin startKept(String key) {
    Path jar = jars.of(key);
    return start(jar, DescriptorReader.read(jar));
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
      return put(app, InstalledPlugin.State.ENABLED, "");
    } catch (Throwable e) {
      log.warn("{} {} failed: {}", app.key(), app.version(), PluginFailure.reason(e), e);
      letGo(plugin, holders);
      framework.remove(bundle);
      String reason = PluginFailure.reason(e);
      put(app, InstalledPlugin.State.FAILED, reason);
      PluginFailure.passOnFatal(e);
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
      } catch (Throwable e) {
        PluginFailure.passOnFatal(e);
        log.warn("{} did not let go of {}", holders.get(i), plugin.key(), e);
      }
    }
  }

  private static void stopQuietly(LifecycleAware part) {
    try {
      part.onStop();
    } catch (Throwable e) {
      PluginFailure.passOnFatal(e);
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

  private InstalledPlugin put(PluginDescriptor app, InstalledPlugin.State state, String reason) {
    InstalledPlugin line = new InstalledPlugin(app.key(), app.name(), app.version(), state, reason);
    installed.put(app.key(), line);
    return line;
  }

  @Override
  public synchronized void close() {
    List.copyOf(running.keySet()).forEach(this::stop);
    framework.close();
  }
}
