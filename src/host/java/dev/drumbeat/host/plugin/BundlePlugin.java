package dev.drumbeat.host.plugin;

import java.net.URL;
import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationContext;

/** An app that is up: its bundle and its Spring context. */
record BundlePlugin(PluginDescriptor descriptor, Bundle bundle, ApplicationContext spring)
    implements HostPlugin {

  @Override
  public String key() {
    return descriptor.key();
  }

  @Override
  public ClassLoader classLoader() {
    return bundle.adapt(BundleWiring.class).getClassLoader();
  }

  @Override
  public URL resource(String path) {
    return bundle.getEntry(path);
  }

  @Override
  public Collection<String> classNames(String packageName) {
    int how = BundleWiring.LISTRESOURCES_LOCAL | BundleWiring.LISTRESOURCES_RECURSE;
    return bundle
        .adapt(BundleWiring.class)
        .listResources(packageName.replace('.', '/'), "*.class", how)
        .stream()
        .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
        .sorted()
        .toList();
  }

  @Override
  public <T> Class<? extends T> type(String className, Class<T> expected) {
    try {
      return bundle.loadClass(className).asSubclass(expected);
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      throw new PluginFailure("The class " + className + " cannot be loaded: " + e, e);
    } catch (ClassCastException e) {
      throw new PluginFailure(className + " is no " + expected.getName() + ".", e);
    }
  }

  @Override
  public <T> T create(Class<T> type) {
    AutowireCapableBeanFactory factory = spring.getAutowireCapableBeanFactory();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(classLoader());
    try {
      return type.cast(
          factory.autowire(type, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false));
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
