package dev.drumbeat.host.plugin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A fragment of Gemini's extender, made at start, that gives it threads which end with it: those
 * that it makes itself stay, and with them all of a host that was closed.
 */
final class ExtenderThreads {

  private static final String THREADS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <beans xmlns="http://www.springframework.org/schema/beans"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://www.springframework.org/schema/beans
              http://www.springframework.org/schema/beans/spring-beans.xsd">
        <bean id="taskExecutor"
            class="org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor"/>
      </beans>
      """;

  private ExtenderThreads() {}

  static InputStream fragment() throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "dev.drumbeat.host.extender-threads");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Fragment-Host", "org.eclipse.gemini.blueprint.extender");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
      out.putNextEntry(new JarEntry("META-INF/spring/extender/threads.xml"));
      out.write(THREADS.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
