package dev.drumbeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The description of REST in the jar against the resources and the bodies that it describes. */
class OpenApiTest {

  private static final Pattern REFERENCE =
      Pattern.compile("\"\\$ref\":\"#/components/(schemas/\\w+|responses/\\w+)\"");

  private final JsonNode description = description();

  @Test
  void every_call_is_described_with_its_parameters_and_no_other() {
    TreeMap<String, Set<String>> calls = new TreeMap<>();
    methods().forEach(method -> calls.put(call(method), parameters(method)));

    TreeMap<String, Set<String>> described = new TreeMap<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        verb ->
                            described.put(
                                verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                names(verb.getValue().path("parameters")))));

    assertThat(described).isEqualTo(calls);
  }

  @Test
  void every_call_has_a_name_of_its_own() {
    List<String> names =
        StreamSupport.stream(description.path("paths").spliterator(), false)
            .flatMap(path -> StreamSupport.stream(path.spliterator(), false))
            .map(call -> call.path("operationId").asText())
            .toList();

    assertThat(names).allMatch(name -> name.matches("[a-z][A-Za-z]+")).doesNotHaveDuplicates();
  }

  @Test
  void every_body_has_the_fields_that_are_read_or_printed() {
    schemas()
        .filter(schema -> schema.has("x-record"))
        .forEach(
            schema ->
                assertThat(fields(schema.path("properties")))
                    .as(schema.path("x-record").asText())
                    .isEqualTo(fields(record(schema.path("x-record").asText()))));
  }

  @Test
  void everything_that_is_referred_to_is_there() {
    assertThat(REFERENCE.matcher(description.toString()).results().map(found -> found.group(1)))
        .isNotEmpty()
        .allMatch(place -> !description.at("/components/" + place).isMissingNode());
  }

  private static Stream<Method> methods() {
    return new ClassFileImporter()
        .importPath("target/classes/dev/drumbeat/web").stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> verb(method) != null);
  }

  private static String verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(HttpMethod::value)
        .findFirst()
        .orElse(null);
  }

  private static String call(Method method) {
    return verb(method) + path(method.getDeclaringClass(), " /") + path(method, "/");
  }

  private static String path(AnnotatedElement place, String before) {
    Path path = place.getAnnotation(Path.class);
    return path == null ? "" : before + path.value();
  }

  private static Set<String> parameters(Method method) {
    return Arrays.stream(method.getParameters())
        .flatMap(p -> Arrays.stream(p.getAnnotations()))
        .map(
            annotation -> {
              if (annotation instanceof PathParam in) {
                return "path " + in.value();
              }
              if (annotation instanceof QueryParam in) {
                return "query " + in.value();
              }
              return annotation instanceof HeaderParam in ? "header " + in.value() : "";
            })
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(JsonNode parameters) {
    return StreamSupport.stream(parameters.spliterator(), false)
        .map(p -> p.path("in").asText() + " " + p.path("name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<JsonNode> schemas() {
    return StreamSupport.stream(
        description.path("components").path("schemas").spliterator(), false);
  }

  private static Set<String> fields(JsonNode properties) {
    Set<String> names = new TreeSet<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> fields(Class<?> record) {
    return Arrays.stream(record.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .map(OpenApiTest::printedAs)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String printedAs(Field field) {
    JsonProperty named = field.getAnnotation(JsonProperty.class);
    return named == null ? field.getName() : named.value();
  }

  private static Class<?> record(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("described, but gone: " + name, e);
    }
  }

  private static JsonNode description() {
    try (InputStream json = OpenApiTest.class.getResourceAsStream("/openapi/drumbeat-1.json")) {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
