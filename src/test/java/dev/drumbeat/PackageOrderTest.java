package dev.drumbeat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The architecture: a package uses those before it and none after it. */
class PackageOrderTest {

  private static final List<String> ORDER =
      List.of(
          "request",
          "log",
          "time",
          "database",
          "mail",
          "audience",
          "sequence",
          "campaign",
          "enrollment",
          "sending",
          "reply",
          "report",
          "health",
          "web");

  private static final JavaClasses APP =
      new ClassFileImporter().importPath("target/classes/dev/drumbeat");

  private static final JavaClasses FACADE =
      new ClassFileImporter().importPath("target/test-classes/com/atlassian");

  @Test
  void every_package_has_its_place() {
    assertThat(
            APP.stream()
                .map(c -> c.getPackageName().replaceFirst("dev\\.drumbeat\\.?(\\w*).*", "$1"))
                .collect(Collectors.toSet()))
        .contains("", "request", "database", "mail", "web")
        .isSubsetOf(Stream.concat(Stream.of(""), ORDER.stream()).toList());
  }

  @ParameterizedTest
  @MethodSource("order")
  void a_package_uses_none_that_comes_later(String name) {
    String[] later =
        ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
            .map(p -> "dev.drumbeat." + p + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage("dev.drumbeat." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(later)
        .allowEmptyShould(true)
        .check(APP);
  }

  static Stream<String> order() {
    return ORDER.stream();
  }

  @Test
  void nothing_uses_the_start_up_class() {
    noClasses()
        .that()
        .resideInAPackage("dev.drumbeat.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.drumbeat")
        .check(APP);
  }

  @Test
  void the_facade_never_mentions_the_app() {
    assertThat(FACADE).isNotEmpty();

    noClasses().should().dependOnClassesThat().resideInAPackage("dev.drumbeat..").check(FACADE);
  }
}
