package dev.drumbeat.host.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Builds the jar of a small app from source text; what a test does not say has a sound default. */
public final class BundleFixture {

  private final Path folder;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> imports = new ArrayList<>();
  private String key = "org.example.app";
  private String version = "1.0.0";
  private String header = "org.example.app";

  private BundleFixture(Path folder) {
    this.folder = folder;
    files.put("META-INF/spring/app.xml", spring(""));
  }

  public static BundleFixture anApp(Path folder) {
    return new BundleFixture(folder).modules("");
  }

  /** Another key; before the modules. */
  public BundleFixture key(String name) {
    key = name;
    return header(name).modules("");
  }

  public BundleFixture version(String number) {
    version = number;
    return this;
  }

  /** The header Atlassian-Plugin-Key; null leaves it out. */
  public BundleFixture header(String value) {
    header = value;
    return this;
  }

  /** The descriptor's modules. */
  public BundleFixture modules(String xml) {
    return descriptor(
        "<atlassian-plugin key='%s' name='App' plugins-version='2'><plugin-info><version>VERSION</version></plugin-info>%s</atlassian-plugin>"
            .formatted(key, xml));
  }

  public BundleFixture descriptor(String xml) {
    return file("atlassian-plugin.xml", xml);
  }

  /** Spring beans and Gemini elements (prefix osgi). */
  public BundleFixture beans(String xml) {
    return file("META-INF/spring/app.xml", spring(xml));
  }

  public BundleFixture file(String path, String content) {
    files.put(path, content);
    return this;
  }

  public BundleFixture source(String className, String code) {
    sources.put(className, code);
    return this;
  }

  public BundleFixture imports(String... packages) {
    imports.addAll(List.of(packages));
    return this;
  }

  public Path build() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes-" + version));
    compile(classes);
    Path jar = folder.resolve("app-" + version + ".jar");
    try (OutputStream to = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(to, manifest());
        Stream<Path> compiled = Files.walk(classes)) {
      for (Path file : compiled.filter(Files::isRegularFile).toList()) {
        write(out, classes.relativize(file).toString(), Files.readAllBytes(file));
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        String content = file.getValue().replace("VERSION", version);
        write(out, file.getKey(), content.getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private void compile(Path classes) {
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, code) -> units.add(new Source(name, code)));
    List<String> options =
        List.of(
            "-d",
            classes.toString(),
            "-proc:none",
            "-classpath",
            System.getProperty("java.class.path"));
    if (!compiler.getTask(errors, null, null, options, null, units).call()) {
      throw new IllegalStateException(errors.toString());
    }
  }

  private Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", key);
    main.putValue("Bundle-Version", version);
    main.putValue("Spring-Context", "*");
    if (header != null) {
      main.putValue("Atlassian-Plugin-Key", header);
    }
    if (!imports.isEmpty()) {
      main.putValue("Import-Package", String.join(",", imports));
    }
    return manifest;
  }

  private static String spring(String beans) {
    return """
        <beans xmlns="http://www.springframework.org/schema/beans"
            xmlns:osgi="http://www.eclipse.org/gemini/blueprint/schema/blueprint"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.springframework.org/schema/beans http://www.springframework.org/schema/beans/spring-beans.xsd http://www.eclipse.org/gemini/blueprint/schema/blueprint http://www.eclipse.org/gemini/blueprint/schema/blueprint/gemini-blueprint.xsd"
            default-autowire="constructor">%s</beans>
        """
        .formatted(beans);
  }

  private static void write(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String code;

    Source(String className, String code) {
      super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
