package dev.drumbeat.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What must hold for the jar to be installed on a Jira, checked on the jar itself. */
class InstallableJarIT {

  private static final String KEY = "dev.drumbeat.jira";
  private static final int JAVA_17 = 61;
  private static final Pattern RESOURCE = Pattern.compile(KEY.replace(".", "\\.") + ":[a-z-]+");
  private static final Pattern LIBRARY = Pattern.compile("\\([\\w.]+:([\\w.-]+):[\\w.-]+ - http");
  private final BuiltJar jar = new BuiltJar();

  @Test
  void the_manifest_marks_a_transformerless_bundle() {
    assertThat(jar.header("Bundle-ManifestVersion")).isEqualTo("2");
    assertThat(jar.header("Bundle-SymbolicName")).isEqualTo(KEY);
    assertThat(jar.header("Spring-Context")).isEqualTo("*");
    assertThat(jar.header("Export-Package")).isNull();
    assertThat(jar.header("DynamicImport-Package")).isNull();
    assertThat(jar.header("Require-Capability")).isNull();
  }

  @Test
  void one_key_is_used_everywhere() throws Exception {
    assertThat(jar.header("Atlassian-Plugin-Key")).isEqualTo(KEY);
    assertThat(descriptor().getDocumentElement().getAttribute("key")).isEqualTo(KEY);
    assertThat(jar.text("atlassian-plugin.xml"))
        .doesNotContain("@project")
        .doesNotContain("${project");
  }

  @Test
  void module_keys_are_unique() throws Exception {
    List<String> keys = new ArrayList<>();
    NodeList all = descriptor().getDocumentElement().getChildNodes();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element e && e.hasAttribute("key")) {
        keys.add(e.getAttribute("key"));
      }
    }
    assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void the_data_center_parameters_are_there() throws Exception {
    assertThat(jar.text("atlassian-plugin.xml"))
        .contains("<param name=\"atlassian-data-center-status\">compatible</param>")
        .contains("<param name=\"atlassian-data-center-compatible\">true</param>");
  }

  @Test
  void every_class_and_file_that_the_descriptor_names_is_inside() throws Exception {
    Set<String> missing = new TreeSet<>(named("class", c -> c.replace('.', '/') + ".class"));
    missing.addAll(named("location", l -> l));
    missing.removeIf(this::isInside);
    assertThat(missing).isEmpty();
  }

  @Test
  void every_resource_that_is_asked_for_is_one_of_the_descriptor() throws Exception {
    Set<String> keys = new TreeSet<>();
    NodeList resources = descriptor().getElementsByTagName("web-resource");
    for (int i = 0; i < resources.getLength(); i++) {
      keys.add(KEY + ":" + ((Element) resources.item(i)).getAttribute("key"));
    }
    Set<String> asked = new TreeSet<>();
    jar.names().stream()
        .filter(n -> n.matches("(dev/drumbeat|js|templates)/.*|atlassian-plugin\\.xml"))
        .flatMap(n -> RESOURCE.matcher(jar.text(n)).results())
        .forEach(found -> asked.add(found.group()));

    assertThat(asked).isNotEmpty().isSubsetOf(keys);
  }

  @Test
  void every_library_inside_is_named_with_its_licence() {
    List<MatchResult> libraries =
        LIBRARY.matcher(jar.text("META-INF/THIRD-PARTY.txt")).results().toList();

    assertThat(libraries).hasSizeGreaterThanOrEqualTo(6);
    assertThat(libraries)
        .allSatisfy(
            library -> {
              assertThat(jar.text("META-INF/NOTICE.txt")).contains(library.group(1));
              assertThat(jar.names())
                  .anyMatch(
                      n -> n.matches("META-INF/licenses/" + library.group(1) + "/.*LICENSE.*"));
            });
  }

  @Test
  void icons_and_logos_are_inside() throws Exception {
    NodeList params = descriptor().getElementsByTagName("param");
    for (int i = 0; i < params.getLength(); i++) {
      Element param = (Element) params.item(i);
      if (param.getAttribute("name").matches(".*-(icon|logo)")) {
        assertThat(jar.names()).contains(param.getTextContent().trim());
      }
    }
    assertThat(jar.names().stream().filter(n -> n.endsWith(".png"))).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void every_import_is_on_the_agreed_list_and_mandatory() throws Exception {
    Set<String> imports = new TreeSet<>(jar.imports().keySet());
    imports.removeIf(BuiltJar::isOfTheJdk);
    assertThat(imports).isSubsetOf(agreed());
    jar.imports().forEach((name, how) -> assertThat(how).as(name).doesNotContain("optional"));
    agreed().forEach(name -> assertThat(jar.imports().get(name)).as(name).isEqualTo(";version=0"));
  }

  @Test
  void nothing_on_the_agreed_list_is_there_in_vain() throws Exception {
    Set<String> used = jar.foreignPackages();
    used.add("jakarta.servlet"); // what HttpServlet extends
    assertThat(used).containsAll(agreed());
  }

  @Test
  void every_package_that_the_code_mentions_is_inside_or_imported() {
    Set<String> needed = jar.foreignPackages();
    needed.remove("org.jspecify.annotations"); // nobody reads them at run time
    assertThat(needed).isSubsetOf(jar.imports().keySet());
  }

  @Test
  void nothing_of_the_older_java_enterprise_names_is_used() {
    assertThat(jar.foreignPackages())
        .noneMatch(p -> p.matches("javax\\.(servlet|ws\\.rs|inject|mail|activation|annotation).*"));
  }

  @Test
  void mail_and_velocity_are_inside_and_never_imported() {
    assertThat(jar.packages())
        .contains(
            "jakarta.mail",
            "jakarta.activation",
            "org.eclipse.angus.mail.smtp",
            "org.apache.velocity.app");
    assertThat(jar.names())
        .contains(
            "META-INF/services/jakarta.mail.Provider",
            "META-INF/services/jakarta.mail.util.StreamProvider",
            "META-INF/mailcap",
            "META-INF/javamail.default.address.map");
    assertThat(jar.imports().keySet())
        .noneMatch(
            p -> p.matches("(jakarta\\.(mail|activation)|org\\.eclipse\\.angus|org\\.apache).*"));
  }

  @Test
  void nothing_that_jira_brings_is_inside() {
    assertThat(jar.packages())
        .noneMatch(
            p ->
                p.matches(
                    "(org\\.springframework|org\\.slf4j|com\\.atlassian|net\\.java\\.ao|jakarta\\.servlet|jakarta\\.ws|jakarta\\.inject|com\\.fasterxml|dev\\.drumbeat\\.host|org\\.jspecify).*"));
  }

  @Test
  void no_file_is_left_over_from_a_build_or_a_test() {
    assertThat(jar.names())
        .noneMatch(n -> n.matches(".*(module-info\\.class|\\.SF|\\.RSA|(js|css)\\.map|\\.java)"))
        .noneMatch(n -> n.startsWith("META-INF/maven") || n.startsWith("META-INF/versions"))
        .noneMatch(n -> n.startsWith("org/junit") || n.startsWith("dev/drumbeat/it/"));
    assertThat(jar.size()).isLessThan(5_000_000);
    assertThat(jar.names()).contains("META-INF/NOTICE.txt", "META-INF/LICENSE");
  }

  @Test
  void the_byte_code_runs_on_java_17() {
    assertThat(jar.classes().mapToInt(bytes -> ByteBuffer.wrap(bytes).getShort(6)))
        .allMatch(version -> version <= JAVA_17);
  }

  private boolean isInside(String name) {
    return jar.names().contains(name)
        || jar.names().contains(name + ".properties")
        || name.endsWith("/") && jar.names().stream().anyMatch(n -> n.startsWith(name));
  }

  /** Values of an attribute that name something of ours; places such as a menu are no files. */
  private Set<String> named(String attribute, java.util.function.UnaryOperator<String> file)
      throws Exception {
    NodeList all = descriptor().getElementsByTagName("*");
    return Stream.iterate(0, i -> i + 1)
        .limit(all.getLength())
        .map(i -> (Element) all.item(i))
        .filter(e -> !e.getTagName().startsWith("web-") || attribute.equals("class"))
        .map(e -> e.getAttribute(attribute))
        .filter(value -> !value.isEmpty())
        .map(file)
        .collect(Collectors.toSet());
  }

  private Document descriptor() throws Exception {
    return jar.xml("atlassian-plugin.xml");
  }

  private static List<String> agreed() throws IOException {
    Properties list = new Properties();
    try (InputStream in =
        InstallableJarIT.class.getResourceAsStream("/dev/drumbeat/host/plugin/host-packages.bnd")) {
      list.load(in);
    }
    return Stream.of(list.getProperty("host-packages").split(","))
        .map(entry -> entry.split(";")[0].trim())
        .toList();
  }
}
