package dev.drumbeat;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.annotations.security.XsrfProtectionExcluded;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every end point says who may come in, in the words that Jira reads for its kind. */
class AccessTest {

  private static final String REST = "com.atlassian.plugins.rest.api.security.annotation.";
  private static final String SERVLET = "com.atlassian.annotations.security.";
  private static final JavaClasses APP =
      new ClassFileImporter().importPath("target/classes/dev/drumbeat");

  @Test
  void every_resource_names_who_may_call_it() {
    List<JavaClass> resources =
        APP.stream().filter(type -> type.isAnnotatedWith(Path.class)).toList();

    assertThat(resources).hasSizeGreaterThan(20);
    assertThat(resources)
        .allSatisfy(
            type ->
                assertThat(access(type))
                    .singleElement()
                    .isIn(REST + "LicensedOnly", REST + "AdminOnly"));
  }

  @Test
  void every_servlet_names_who_may_open_it() {
    List<JavaClass> servlets =
        APP.stream().filter(type -> type.isAssignableTo(HttpServlet.class)).toList();

    assertThat(servlets).hasSizeGreaterThan(1);
    assertThat(servlets)
        .allSatisfy(
            type ->
                assertThat(access(type))
                    .singleElement()
                    .isIn(SERVLET + "LicensedOnly", SERVLET + "UnrestrictedAccess"));
  }

  @Test
  void only_the_link_in_the_mails_is_open_to_everybody_and_to_posts_of_other_sites() {
    assertThat(APP.stream().filter(type -> access(type).contains(SERVLET + "UnrestrictedAccess")))
        .extracting(JavaClass::getSimpleName)
        .containsExactly("UnsubscribeServlet");
    assertThat(
            APP.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(XsrfProtectionExcluded.class)))
        .extracting(JavaMethod::getFullName)
        .singleElement()
        .asString()
        .contains("UnsubscribeServlet.doPost");
  }

  private static List<String> access(JavaClass type) {
    return type.getAnnotations().stream()
        .map(JavaAnnotation::getRawType)
        .map(JavaClass::getName)
        .filter(name -> name.startsWith(REST) || name.startsWith(SERVLET))
        .toList();
  }
}
