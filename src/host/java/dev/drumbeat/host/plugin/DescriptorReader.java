package dev.drumbeat.host.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the descriptor of a jar and refuses it with the line or the module that is wrong. */
final class DescriptorReader {

  private static final String FILE = "atlassian-plugin.xml";

  private DescriptorReader() {}

  static PluginDescriptor read(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new PluginFailure("There is no file " + jar + ".");
    }
    try (JarFile open = new JarFile(jar.toFile())) {
      PluginDescriptor descriptor = describe(root(open));
      checkManifest(open, descriptor);
      return descriptor;
    } catch (ZipException e) {
      throw new PluginFailure(jar.getFileName() + " is not a jar: " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new PluginFailure("The jar could not be read: " + e.getMessage() + ".", e);
    }
  }

  private static Element root(JarFile jar) throws IOException {
    ZipEntry entry = jar.getEntry(FILE);
    if (entry == null) {
      throw new PluginFailure("The jar has no " + FILE + " at its root.");
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return parser().parse(in).getDocumentElement();
    } catch (SAXParseException e) {
      throw new PluginFailure(
          "%s is broken at line %d, column %d: %s"
              .formatted(FILE, e.getLineNumber(), e.getColumnNumber(), e.getMessage()),
          e);
    } catch (SAXException e) {
      throw new PluginFailure(FILE + " is broken: " + e.getMessage(), e);
    }
  }

  private static DocumentBuilder parser() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PluginDescriptor describe(Element root) {
    String key = root.getAttribute("key");
    if (!root.getTagName().equals("atlassian-plugin") || key.isEmpty()) {
      throw new PluginFailure(FILE + " needs a root element atlassian-plugin with a key.");
    }
    checkKey(key);
    Element info =
        PluginModule.children(root, "plugin-info")
            .findFirst()
            .orElseThrow(() -> new PluginFailure(FILE + " needs a plugin-info."));
    String version =
        PluginModule.children(info, "version")
            .findFirst()
            .map(v -> v.getTextContent().trim())
            .orElseThrow(() -> new PluginFailure(FILE + " needs a version in plugin-info."));
    Map<String, String> params = PluginModule.params(info);
    return new PluginDescriptor(
        key, root.getAttribute("name"), version, params, modules(key, root));
  }

  /** The key becomes the name of a file. */
  private static void checkKey(String key) {
    if (!key.matches("[A-Za-z0-9._-]+")) {
      throw new PluginFailure(
          "The key \"%s\" may only have letters, digits, \".\", \"_\" and \"-\".".formatted(key));
    }
  }

  private static List<PluginModule> modules(String pluginKey, Element root) {
    List<PluginModule> modules = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (org.w3c.dom.Node n = root.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e && !e.getTagName().equals("plugin-info")) {
        String key = e.hasAttribute("key") ? e.getAttribute("key") : e.getAttribute("name");
        if (key.isEmpty()) {
          throw new PluginFailure("A module <" + e.getTagName() + "> has no key.");
        }
        if (!keys.add(key)) {
          throw new PluginFailure("Two modules have the key " + pluginKey + ":" + key + ".");
        }
        modules.add(new PluginModule(pluginKey, e.getTagName(), key, e));
      }
    }
    return List.copyOf(modules);
  }

  private static void checkManifest(JarFile jar, PluginDescriptor descriptor) throws IOException {
    String header =
        jar.getManifest() == null
            ? null
            : jar.getManifest().getMainAttributes().getValue("Atlassian-Plugin-Key");
    if (header == null) {
      throw new PluginFailure(
          "The manifest has no Atlassian-Plugin-Key; this host transforms no jars.");
    }
    if (!header.equals(descriptor.key())) {
      throw new PluginFailure(
          "The manifest says Atlassian-Plugin-Key %s, the descriptor says key %s."
              .formatted(header, descriptor.key()));
    }
  }
}
