package dev.drumbeat.host.plugin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ApplicationContext;

/**
 * A bundle made at start that holds Spring's schemas: Gemini looks for them in bundles only and
 * would fetch them from the internet otherwise.
 */
final class SpringNamespaces {

  private static final List<Class<?>> LIBRARIES =
      List.of(BeanFactory.class, ApplicationContext.class, Advisor.class);

  private SpringNamespaces() {}

  static InputStream bundle() throws IOException {
    ByteArrayOutputStream handlers = new ByteArrayOutputStream();
    ByteArrayOutputStream schemas = new ByteArrayOutputStream();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(bytes, manifest())) {
      for (Class<?> library : LIBRARIES) {
        copy(library, out, handlers, schemas);
      }
      write(out, "META-INF/spring.handlers", handlers.toByteArray());
      write(out, "META-INF/spring.schemas", schemas.toByteArray());
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static void copy(
      Class<?> library,
      JarOutputStream out,
      ByteArrayOutputStream handlers,
      ByteArrayOutputStream schemas)
      throws IOException {
    String jar = library.getProtectionDomain().getCodeSource().getLocation().getPath();
    try (JarFile open = new JarFile(jar)) {
      for (Enumeration<JarEntry> all = open.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        byte[] content = open.getInputStream(entry).readAllBytes();
        if (entry.getName().equals("META-INF/spring.handlers")) {
          appendLine(handlers, content);
        } else if (entry.getName().equals("META-INF/spring.schemas")) {
          appendLine(schemas, content);
        } else if (entry.getName().endsWith(".xsd")) {
          write(out, entry.getName(), content);
        }
      }
    }
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "dev.drumbeat.host.spring-namespaces");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("DynamicImport-Package", "org.springframework.*");
    return manifest;
  }

  private static void appendLine(ByteArrayOutputStream to, byte[] content) throws IOException {
    to.write(content);
    to.write('\n');
  }

  private static void write(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }
}
