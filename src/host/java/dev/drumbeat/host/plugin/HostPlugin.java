package dev.drumbeat.host.plugin;

import java.net.URL;
import java.util.Collection;

/** An app whose Spring context is up, as the other parts of the host see it. */
public interface HostPlugin {

  /** The key of the descriptor, for example {@code dev.drumbeat.jira}. */
  String key();

  /** What {@code atlassian-plugin.xml} says. */
  PluginDescriptor descriptor();

  /** The bundle's class loader. */
  ClassLoader classLoader();

  /** A file of the bundle itself, never of the host; null when there is none. */
  URL resource(String path);

  /** The names of the bundle's own classes in that package and below it. */
  Collection<String> classNames(String packageName);

  /** Loads a class of the app by the name that a module gives. */
  <T> Class<? extends T> type(String className, Class<T> expected);

  /**
   * Builds an object of the app, its one public constructor filled from the app's Spring context.
   */
  <T> T create(Class<T> type);
}
