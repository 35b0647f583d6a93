package dev.drumbeat.host.http;

import dev.drumbeat.host.plugin.HostPlugin;
import dev.drumbeat.host.plugin.PluginDescriptor;
import dev.drumbeat.host.plugin.PluginModule;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An app without a bundle: modules from a text, classes that a test names, no Spring. */
record AppInMemory(PluginDescriptor descriptor, List<Class<?>> classes, ClassLoader classLoader)
    implements HostPlugin {

  /**
   * @param modules the elements that would stand inside {@code atlassian-plugin}
   */
  static AppInMemory of(String modules, Class<?>... classes) {
    return of("dev.example", modules, AppInMemory.class.getClassLoader(), classes);
  }

  static AppInMemory of(String key, String modules, ClassLoader loader, Class<?>... classes) {
    var descriptor = new PluginDescriptor(key, "Example", "1", Map.of(), parse(key, modules));
    return new AppInMemory(descriptor, List.of(classes), loader);
  }

  private static List<PluginModule> parse(String key, String modules) {
    byte[] xml = ("<app>" + modules + "</app>").getBytes(StandardCharsets.UTF_8);
    List<PluginModule> parsed = new ArrayList<>();
    try {
      NodeList nodes =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(xml))
              .getDocumentElement()
              .getChildNodes();
      for (int i = 0; i < nodes.getLength(); i++) {
        if (nodes.item(i) instanceof Element e) {
          parsed.add(new PluginModule(key, e.getTagName(), e.getAttribute("key"), e));
        }
      }
    } catch (Exception e) {
      throw new IllegalArgumentException(modules, e);
    }
    return parsed;
  }

  @Override
  public String key() {
    return descriptor.key();
  }

  @Override
  public URL resource(String path) {
    return classLoader.getResource(path);
  }

  @Override
  public Collection<String> classNames(String packageName) {
    return classes.stream().map(Class::getName).filter(n -> n.startsWith(packageName)).toList();
  }

  @Override
  public <T> Class<? extends T> type(String className, Class<T> expected) {
    try {
      return classLoader.loadClass(className).asSubclass(expected);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public <T> T create(Class<T> type) {
    try {
      var constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return type.cast(constructor.newInstance());
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(Arrays.toString(type.getDeclaredConstructors()), e);
    }
  }
}
