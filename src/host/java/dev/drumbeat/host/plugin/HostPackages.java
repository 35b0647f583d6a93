package dev.drumbeat.host.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.aopalliance.aop.Advice;
import org.apache.commons.logging.LogFactory;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.core.SpringVersion;
import org.springframework.expression.Expression;

/**
 * What the system bundle exports: the agreed list that the plugin's build reads too (design D5),
 * and Spring for Gemini. Nothing else of the host can be seen by a bundle.
 */
final class HostPackages {

  private static final List<Class<?>> FOR_GEMINI =
      List.of(
          SpringVersion.class,
          BeanFactory.class,
          ApplicationContext.class,
          Advisor.class,
          Expression.class,
          LogFactory.class,
          Advice.class);

  private HostPackages() {}

  /** The value for {@code org.osgi.framework.system.packages.extra}. */
  static String exports() throws IOException {
    List<String> exports = new ArrayList<>(agreed());
    for (Class<?> library : FOR_GEMINI) {
      for (String name : packages(library)) {
        // Gemini demands a version of commons-logging that the jar of spring-jcl does not name.
        String version =
            name.startsWith("org.apache.commons.logging") ? "1.2" : SpringVersion.getVersion();
        exports.add(name + ";version=\"" + version + "\"");
      }
    }
    return String.join(",", new TreeSet<>(exports));
  }

  /** Names of the packages that an app may import. */
  static List<String> agreed() throws IOException {
    Properties list = new Properties();
    try (InputStream in = HostPackages.class.getResourceAsStream("host-packages.bnd")) {
      list.load(in);
    }
    return Stream.of(list.getProperty("host-packages").split(","))
        .map(entry -> entry.split(";")[0].trim())
        .toList();
  }

  private static TreeSet<String> packages(Class<?> library) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    String jar = library.getProtectionDomain().getCodeSource().getLocation().getPath();
    try (JarFile open = new JarFile(jar)) {
      open.stream()
          .map(JarEntry::getName)
          .filter(n -> n.endsWith(".class") && n.startsWith("org/"))
          .map(n -> n.substring(0, n.lastIndexOf('/')).replace('/', '.'))
          .forEach(names::add);
    }
    return names;
  }
}
