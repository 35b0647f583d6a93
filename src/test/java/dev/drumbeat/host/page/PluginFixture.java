package dev.drumbeat.host.page;

import dev.drumbeat.host.plugin.HostPlugin;
import dev.drumbeat.host.plugin.PluginDescriptor;
import dev.drumbeat.host.plugin.PluginModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** An app {@code app} made of a few lines of descriptor and files in memory. */
public final class PluginFixture implements HostPlugin {

  private final Map<String, byte[]> files = new HashMap<>();
  private final PluginDescriptor descriptor;

  public PluginFixture(String modules) {
    this("app", modules);
  }

  PluginFixture(String key, String modules) {
    descriptor = new PluginDescriptor(key, "App", "1", Map.of(), parse(key, modules));
  }

  public PluginFixture withFile(String path, String text) {
    return withFile(path, text.getBytes(StandardCharsets.UTF_8));
  }

  PluginFixture withFile(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  private static List<PluginModule> parse(String key, String modules) {
    try {
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader("<app>" + modules + "</app>")))
              .getDocumentElement();
      List<PluginModule> found = new ArrayList<>();
      NodeList all = root.getChildNodes();
      for (int i = 0; i < all.getLength(); i++) {
        if (all.item(i) instanceof Element e) {
          found.add(new PluginModule(key, e.getTagName(), e.getAttribute("key"), e));
        }
      }
      return found;
    } catch (Exception e) {
      throw new IllegalArgumentException(modules, e);
    }
  }

  @Override
  public String key() {
    return descriptor.key();
  }

  @Override
  public PluginDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public ClassLoader classLoader() {
    return getClass().getClassLoader();
  }

  @Override
  public URL resource(String path) {
    byte[] content = files.get(path);
    return content == null ? null : url(path, content);
  }

  @SuppressWarnings("deprecation") // the constructor with a handler has no successor on Java 17
  private static URL url(String path, byte[] content) {
    try {
      return new URL("memory", "", -1, path, new Memory(content));
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  @Override
  public Collection<String> classNames(String packageName) {
    return List.of();
  }

  @Override
  public <T> Class<? extends T> type(String className, Class<T> expected) {
    try {
      return Class.forName(className).asSubclass(expected);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(className, e);
    }
  }

  @Override
  public <T> T create(Class<T> type) {
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName(), e);
    }
  }

  private static final class Memory extends URLStreamHandler {

    private final byte[] content;

    Memory(byte[] content) {
      this.content = content;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
          return new ByteArrayInputStream(content);
        }
      };
    }
  }
}
