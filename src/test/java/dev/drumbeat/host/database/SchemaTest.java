package dev.drumbeat.host.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.database.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.java.ao.RawEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * The tables of the previous release, written down, against those of today: on a cluster both
 * versions work on them for a moment, so they only ever grow (conventions §6.3).
 */
class SchemaTest {

  private static final Path PREVIOUS = Path.of("src/test/resources/dev/drumbeat/schema.txt");
  private static final Path NOW = Path.of("target/schema.txt");

  private Database database;

  @BeforeEach
  void open(TestInfo test) {
    database = Database.memory("schema-" + test.getDisplayName());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void nothing_is_dropped_renamed_narrowed_or_newly_demanded() throws Exception {
    TableSpace.open(database, Table.NAMESPACE, entities());
    Schema now = Schema.in(database);

    Files.write(NOW, now.lines());

    assertThat(now.faultsFor(previous())).isEmpty();
  }

  @Test
  void the_tables_of_the_previous_release_grow_with_what_is_in_them() throws Exception {
    Schema previous = previous();
    for (String table : previous.tables()) {
      database.jdbc().execute(previous.creation(table));
      database.jdbc().execute(row(previous, table));
    }

    TableSpace.open(database, Table.NAMESPACE, entities());

    assertThat(Schema.in(database).faultsFor(previous)).isEmpty();
    assertThat(previous.tables())
        .allSatisfy(
            table ->
                assertThat(
                        database
                            .jdbc()
                            .queryForObject(
                                "SELECT COUNT(*) FROM \"" + Schema.PREFIX + table + "\"",
                                Integer.class))
                    .as(table)
                    .isOne());
  }

  @Test
  void each_way_to_break_older_code_is_found() {
    Schema before = Schema.of(List.of("A.X\tBIGINT\t64\tnull", "A\tindex\tX"));

    assertThat(Schema.of(List.of("A.Y\tBIGINT\t64\tnull", "A\tindex\tX")).faultsFor(before))
        .containsExactly("A.X is gone");
    assertThat(Schema.of(List.of("A.X\tINTEGER\t32\tnull", "A\tindex\tX")).faultsFor(before))
        .hasSize(1);
    assertThat(Schema.of(List.of("A.X\tBIGINT\t64\trequired", "A\tindex\tX")).faultsFor(before))
        .hasSize(1);
    assertThat(
            Schema.of(List.of("A.X\tBIGINT\t64\tnull", "A.Y\tBIGINT\t64\trequired", "A\tindex\tX"))
                .faultsFor(before))
        .containsExactly("A.Y is required, and older code does not fill it in");
    assertThat(Schema.of(List.of("A.X\tBIGINT\t64\tnull")).faultsFor(before))
        .containsExactly("A\tindex\tX is gone");
  }

  private static String row(Schema schema, String table) {
    String required =
        schema.columns().entrySet().stream()
            .filter(
                e -> e.getKey().startsWith(table + ".") && e.getValue().rule().equals("required"))
            .map(e -> "\"" + e.getKey().substring(table.length() + 1) + "\"")
            .collect(Collectors.joining(", "));
    String values = required.replaceAll("\"[A-Z0-9_]+\"", "'1'");
    return required.isEmpty()
        ? "INSERT INTO \"" + Schema.PREFIX + table + "\" DEFAULT VALUES"
        : "INSERT INTO \"%s\" (%s) VALUES (%s)".formatted(Schema.PREFIX + table, required, values);
  }

  private static Schema previous() throws IOException {
    return Schema.of(Files.readAllLines(PREVIOUS));
  }

  /** Those that the descriptor names. */
  private static List<Class<? extends RawEntity<?>>> entities() throws Exception {
    List<Class<? extends RawEntity<?>>> entities = new ArrayList<>();
    String descriptor = Files.readString(Path.of("atlassian-plugin.xml"));
    Matcher names = Pattern.compile("<entity>([^<]+)</entity>").matcher(descriptor);
    while (names.find()) {
      entities.add(entity(Class.forName(names.group(1))));
    }
    return entities;
  }

  @SuppressWarnings("unchecked") // every table is a RawEntity of something
  private static Class<? extends RawEntity<?>> entity(Class<?> type) {
    return (Class<? extends RawEntity<?>>) type.asSubclass(RawEntity.class);
  }
}
