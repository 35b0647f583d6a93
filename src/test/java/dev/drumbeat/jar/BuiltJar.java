package dev.drumbeat.jar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.w3c.dom.Document;

/** The jar that the build made, opened as an administrator's server would see it. */
final class BuiltJar {

  private static final Pattern IMPORT =
      Pattern.compile("([\\w.]+)((?:;[^,\"]*(?:\"[^\"]*\")?)*),?");
  private final Path path = Path.of(System.getProperty("drumbeat.jar"));
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Manifest manifest;

  BuiltJar() {
    try (JarFile jar = new JarFile(path.toFile())) {
      manifest = jar.getManifest();
      for (JarEntry entry : jar.stream().filter(e -> !e.isDirectory()).toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          files.put(entry.getName(), in.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long size() {
    return path.toFile().length();
  }

  Set<String> names() {
    return files.keySet();
  }

  String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  String header(String name) {
    return manifest.getMainAttributes().getValue(name);
  }

  Document xml(String name) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new java.io.ByteArrayInputStream(files.get(name)));
  }

  /** Imported packages with their attributes and directives. */
  Map<String, String> imports() {
    Map<String, String> imports = new LinkedHashMap<>();
    Matcher m = IMPORT.matcher(header("Import-Package"));
    while (m.find()) {
      imports.put(m.group(1), m.group(2));
    }
    return imports;
  }

  Stream<byte[]> classes() {
    return files.entrySet().stream()
        .filter(e -> e.getKey().endsWith(".class"))
        .map(Map.Entry::getValue);
  }

  /** Packages that hold a class of the jar. */
  Set<String> packages() {
    return files.keySet().stream()
        .filter(n -> n.endsWith(".class"))
        .map(n -> n.substring(0, n.lastIndexOf('/')).replace('/', '.'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Packages that the byte code of the jar mentions, those of the JDK and its own left out. */
  Set<String> foreignPackages() {
    Set<String> mentioned = new TreeSet<>();
    classes().forEach(bytes -> mention(bytes, mentioned));
    mentioned.removeAll(packages());
    mentioned.removeIf(BuiltJar::isOfTheJdk);
    return mentioned;
  }

  static boolean isOfTheJdk(String packageName) {
    return packageName.startsWith("java.")
        || ModuleLayer.boot().modules().stream()
            .filter(m -> m.getName().startsWith("java.") || m.getName().startsWith("jdk."))
            .anyMatch(m -> m.getPackages().contains(packageName));
  }

  private static void mention(byte[] bytes, Set<String> packages) {
    Remapper collector =
        new Remapper() {
          @Override
          public String map(String name) {
            if (name.indexOf('/') > 0) {
              packages.add(name.substring(0, name.lastIndexOf('/')).replace('/', '.'));
            }
            return name;
          }
        };
    new ClassReader(bytes)
        .accept(new ClassRemapper(new ClassWriter(0), collector), ClassReader.SKIP_DEBUG);
  }
}
