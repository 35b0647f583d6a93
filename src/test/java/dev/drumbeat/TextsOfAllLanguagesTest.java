package dev.drumbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files in {@code i18n} against each other and against everything that names a text. */
class TextsOfAllLanguagesTest {

  private static final String ENGLISH = "drumbeat.properties";
  private static final Pattern KEY = Pattern.compile("[\"'](drumbeat(?:\\.[a-z0-9-]+){2,})[\"']");

  /** A word is put behind it, so every text that begins like this is named. */
  private static final Pattern BEGINNING = Pattern.compile("\"(drumbeat(?:\\.[a-z-]+)+\\.)\"");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  /** Names of jobs, locks and properties look like keys. */
  private static final Set<String> NO_TEXTS = Set.of("drumbeat.mail.health");

  @ParameterizedTest
  @ValueSource(strings = {"drumbeat_de.properties"})
  void a_language_has_every_text_with_the_same_places(String language) {
    Properties english = texts(ENGLISH);
    Properties other = texts(language);

    assertThat(other.keySet()).isEqualTo(english.keySet());
    assertThat(english.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(places(other.getProperty(key)))
                    .as(key)
                    .isEqualTo(places(english.getProperty(key))));
  }

  @ParameterizedTest
  @ValueSource(strings = {ENGLISH, "drumbeat_de.properties"})
  void texts_are_plain_ascii_and_well_formed(String language) throws IOException {
    assertThat(Files.readString(path(language))).matches("\\p{ASCII}*");
    assertThat(texts(language).values())
        .allSatisfy(
            text -> {
              assertThat((String) text).isNotBlank().doesNotContain("'");
              new MessageFormat((String) text);
            });
  }

  @Test
  void every_text_that_is_named_exists_and_every_text_is_named() {
    Set<String> named = new TreeSet<>();
    Set<String> beginnings = new TreeSet<>();
    sources().map(TextsOfAllLanguagesTest::read).forEach(s -> collect(KEY, s, named));
    sources().map(TextsOfAllLanguagesTest::read).forEach(s -> collect(BEGINNING, s, beginnings));
    named.removeAll(NO_TEXTS);
    Set<String> texts = texts(ENGLISH).stringPropertyNames();

    assertThat(difference(named, texts)).as("named, but without a text").isEmpty();
    assertThat(difference(texts, named))
        .as("texts that nobody names")
        .allMatch(text -> beginnings.stream().anyMatch(text::startsWith));
  }

  private static Set<String> difference(Set<String> all, Set<String> without) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(without);
    return rest;
  }

  private static void collect(Pattern pattern, String source, Set<String> named) {
    Matcher keys = pattern.matcher(source);
    while (keys.find()) {
      named.add(keys.group(1));
    }
  }

  private static Stream<Path> sources() {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      List<Path> all = files.filter(f -> f.toString().matches(".*\\.(java|vm|js|xml)")).toList();
      return Stream.concat(all.stream(), Stream.of(Path.of("atlassian-plugin.xml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }

  private static Properties texts(String language) {
    try (Reader reader = Files.newBufferedReader(path(language))) {
      Properties texts = new Properties();
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path(String language) {
    return Path.of("i18n", language);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
