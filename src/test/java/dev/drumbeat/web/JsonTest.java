package dev.drumbeat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drumbeat.mail.MailAccountDraft;
import dev.drumbeat.mail.PasswordChange;
import dev.drumbeat.request.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

  private final Json json = new Json(new MailAccountJson());

  @Test
  void a_body_becomes_a_draft_and_what_is_left_out_is_null() {
    MailAccountDraft draft =
        read(
            """
            {"name": "Sales", "smtp": {"host": "smtp.example.org", "port": 587},
             "limits": {"perDay": 200}}""");

    assertThat(draft.name()).isEqualTo("Sales");
    assertThat(draft.smtp().port()).isEqualTo(587);
    assertThat(draft.limits()).isEqualTo(new MailAccountDraft.Limits(200, null, null));
    assertThat(draft.imap()).isNull();
  }

  @Test
  void a_password_is_kept_removed_or_set() {
    assertThat(password("{\"imap\": {}}")).isEqualTo(new PasswordChange.Keep());
    assertThat(password("{\"imap\": {\"password\": null}}")).isEqualTo(new PasswordChange.Remove());
    assertThat(password("{\"imap\": {\"password\": \"x\"}}"))
        .isEqualTo(new PasswordChange.Set("x"));
  }

  @Test
  void what_an_answer_had_may_be_sent_back() {
    assertThat(
            read(
                """
                {"id": 7, "self": "http://x", "version": 3, "name": "Sales", "paused": false,
                 "health": {}, "warnings": [], "createdAt": "x", "updatedAt": "x",
                 "imap": {"passwordSet": true}}"""))
        .extracting(MailAccountDraft::version)
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"bogus": 1}                             | bogus              | unknown
          {"bogus": {"deep": [1, 2]}}              | bogus              | unknown
          {"smtp": {"hosts": 1}}                   | smtp.hosts         | unknown
          {"smtp": {"passwordSet": 1, "id": 1}}    | smtp.id            | unknown
          {"name": 7}                              | name               | expected-text
          {"name": true}                           | name               | expected-text
          {"name": ["x"]}                          | name               | expected-text
          {"name": {"x": 1}}                       | name               | expected-text
          {"smtp": {"port": "587"}}                | smtp.port          | expected-whole-number
          {"smtp": {"port": 58.7}}                 | smtp.port          | expected-whole-number
          {"smtp": {"port": true}}                 | smtp.port          | expected-whole-number
          {"smtp": {"port": 99999999999}}          | smtp.port          | too-large
          {"smtp": {"port": 1e400}}                | smtp.port          | expected-whole-number
          {"smtp": {"password": 5}}                | smtp.password      | expected-text
          {"smtp": {"password": {}}}               | smtp.password      | expected-text
          {"smtp": "smtp.example.org"}             | smtp               | expected-object
          {"smtp": []}                             | smtp               | expected-object
          """)
  void a_wrong_field_is_named_with_what_it_should_be(String body, String field, String reason) {
    assertThat(problems(body)).isEqualTo(Map.of(field, "drumbeat.json." + reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": "a\\u0000b"}                    | name
          {"smtp": {"host": "\\u0000"}}            | smtp.host
          {"tags": ["a", {"b": "\\u0000"}]}        | tags[1].b
          {"smtp": {"ho\\u0000st": "a"}}           | smtp
          """)
  void a_text_that_some_databases_do_not_keep_is_refused(String body, String field) {
    assertThat(problems(body)).containsEntry(field, "drumbeat.json.bad-character");
  }

  @Test
  void every_wrong_field_is_named_at_once() {
    assertThat(
            problems(
                """
                {"name": 7, "bogus": 1, "smtp": {"port": "x", "hosts": 1}, "imap": [],
                 "limits": {"perDay": 1.5}}"""))
        .containsOnlyKeys("name", "bogus", "smtp.port", "smtp.hosts", "imap", "limits.perDay");
  }

  @Test
  void a_body_of_nothing_but_wrong_fields_is_refused_after_the_first_twenty() {
    String fields =
        Stream.iterate(0, i -> i + 1)
            .limit(10_000)
            .map(i -> "\"f" + i + "\":1")
            .collect(Collectors.joining(","));

    assertThat(problems("{" + fields + "}")).hasSize(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                        | expected-object
          '   '                     | expected-object
          null                      | expected-object
          []                        | expected-object
          "text"                    | expected-object
          {"name": "x"} {}          | trailing
          {"name": "x"              | broken
          {"name": "x", "name": "y"} | broken
          {'name': 1}               | broken
          {"name": "x",}            | broken
          """)
  void a_body_that_is_no_object_is_refused_as_a_whole(String body, String reason) {
    assertThat(problems(body)).isEqualTo(Map.of("", "drumbeat.json." + reason));
  }

  @Test
  void broken_json_names_line_and_column() {
    InvalidInput refused = refused("{\"name\":\n  \"x\" oops}");

    assertThat(refused.problems().get(0).reason().arguments()).isEqualTo(List.of("2", "7"));
  }

  @Test
  void a_body_nested_too_deeply_is_refused() {
    String body = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);

    assertThat(problems(body)).containsOnlyKeys("");
  }

  @Test
  void a_body_may_be_as_long_as_the_limit_and_no_longer() {
    assertThat(problems("{\"bogus\":\"" + "x".repeat(256 * 1024 - 12) + "\"}"))
        .containsOnlyKeys("bogus");
    assertThatThrownBy(() -> read("{\"bogus\":\"" + "x".repeat(256 * 1024 - 11) + "\"}"))
        .isInstanceOf(TooLarge.class);
  }

  @Test
  void instants_are_printed_in_utc_and_nothing_stands_for_null() {
    assertThat(json.print(new Sample(Instant.parse("2026-03-02T09:00:00Z"), null)))
        .isEqualTo("{\"at\":\"2026-03-02T09:00:00Z\"}");
  }

  @Test
  void days_are_printed_as_people_of_iso_write_them() {
    assertThat(json.print(Map.of("on", LocalDate.of(2026, 3, 2))))
        .isEqualTo("{\"on\":\"2026-03-02\"}");
  }

  @Test
  void views_hold_nothing_that_cannot_be_printed() throws IOException {
    assertThat(views())
        .isNotEmpty()
        .flatExtracting(JsonTest::hostTypes)
        .isSubsetOf(
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.lang.Object",
            "java.util.List",
            "java.util.Map",
            "java.net.URI",
            "java.time.Instant",
            "java.time.LocalDate");
  }

  private static List<Class<?>> views() throws IOException {
    Path main = Path.of(Json.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (Stream<Path> files = Files.list(main.resolve("dev/drumbeat/web"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(".*(View|Page|Body)[\\w$]*\\.class"))
          .<Class<?>>map(JsonTest::load)
          .filter(Class::isRecord)
          .toList();
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName("dev.drumbeat.web." + file.replace(".class", ""));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> hostTypes(Class<?> view) {
    return Stream.of(view.getRecordComponents())
        .map(part -> part.getGenericType().getTypeName())
        .flatMap(name -> Pattern.compile("\\bjava\\.[\\w.]+").matcher(name).results())
        .map(MatchResult::group)
        .toList();
  }

  private record Sample(Instant at, String missing) {}

  private PasswordChange password(String body) {
    return read(body).imap().password();
  }

  private MailAccountDraft read(String body) {
    return json.read(stream(body), MailAccountDraft.class);
  }

  private Map<String, String> problems(String body) {
    return refused(body).problems().stream()
        .collect(Collectors.toMap(InvalidInput.Problem::field, p -> p.reason().key()));
  }

  private InvalidInput refused(String body) {
    return catchThrowableOfType(InvalidInput.class, () -> read(body));
  }

  private static InputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }
}
