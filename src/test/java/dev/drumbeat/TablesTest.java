package dev.drumbeat;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.java.ao.RawEntity;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;

/** The tables against what Active Objects and Jira's databases stand (conventions §6.4). */
class TablesTest {

  private static final Set<String> RESERVED =
      Set.of("BLOB", "CLOB", "NUMBER", "ROWID", "TIMESTAMP", "VARCHAR2");
  private static final Set<Class<?>> TYPES =
      Set.of(
          int.class,
          long.class,
          boolean.class,
          double.class,
          Integer.class,
          Long.class,
          Boolean.class,
          Double.class,
          String.class);

  /** What SQL Server can index. */
  private static final int LONGEST = 450;

  /** What MySQL holds unique, in characters of four bytes. */
  private static final int LONGEST_UNIQUE = 255;

  @Test
  void the_descriptor_names_every_table() throws Exception {
    NodeList named =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new File("atlassian-plugin.xml"))
            .getElementsByTagName("entity");

    assertThat(IntStream.range(0, named.getLength()).mapToObj(i -> named.item(i).getTextContent()))
        .containsExactlyInAnyOrderElementsOf(tables().map(Class::getName).toList());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void its_name_and_those_of_its_columns_fit(Class<?> table) {
    assertThat(table.getAnnotation(Table.class).value()).matches("[A-Z_]{1,20}");
    assertThat(columns(table).map(TablesTest::column))
        .allMatch(name -> name.matches("[A-Z][A-Z0-9_]{0,29}"))
        .doesNotContainAnyElementsOf(RESERVED)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void its_columns_have_types_that_every_database_keeps(Class<?> table) {
    assertThat(columns(table))
        .allSatisfy(
            column -> {
              assertThat(TYPES).contains(column.getReturnType());
              assertThat(length(column)).matches(n -> n == StringLength.UNLIMITED || n <= LONGEST);
            });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void only_what_is_short_is_indexed_and_what_is_unique_is_always_there(Class<?> table) {
    List<String> indexed =
        Stream.of(table.getAnnotationsByType(Indexes.class))
            .flatMap(indexes -> Stream.of(indexes.value()))
            .map(Index::methodNames)
            .flatMap(Arrays::stream)
            .toList();

    assertThat(columns(table).map(Method::getName)).containsAll(indexed);
    assertThat(columns(table))
        .filteredOn(c -> c.isAnnotationPresent(Indexed.class) || indexed.contains(c.getName()))
        .allMatch(column -> length(column) != StringLength.UNLIMITED);
    assertThat(columns(table))
        .filteredOn(column -> column.isAnnotationPresent(Unique.class))
        .allMatch(
            column ->
                column.isAnnotationPresent(NotNull.class) && length(column) <= LONGEST_UNIQUE);
  }

  static Stream<Class<?>> tables() {
    return new ClassFileImporter()
        .importPath("target/classes/dev/drumbeat").stream()
            .filter(type -> type.isInterface() && type.isAssignableTo(RawEntity.class))
            .map(JavaClass::reflect);
  }

  private static Stream<Method> columns(Class<?> table) {
    return Arrays.stream(table.getDeclaredMethods())
        .filter(method -> method.getName().matches("(get|is)[A-Z].*"));
  }

  private static String column(Method getter) {
    return new AtlassianFieldNameConverter().getName(getter);
  }

  private static int length(Method getter) {
    StringLength length = getter.getAnnotation(StringLength.class);
    return length == null ? 0 : length.value();
  }
}
