package dev.drumbeat.host.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One family of properties files: {@code drumbeat}, {@code drumbeat_de}, {@code drumbeat_de_CH}.
 */
final class TextBundle {

  private final Map<String, Properties> bySuffix = new HashMap<>();

  /**
   * Reads every file of the family.
   *
   * @param base the path without ending; dots stand for slashes, as Jira allows
   * @param files answers null where there is no such file
   * @throws IllegalArgumentException without a file for all languages
   */
  TextBundle(String base, Function<String, URL> files) {
    String path = base.replace('.', '/');
    languages().forEach(suffix -> read(suffix, files.apply(path + suffix + ".properties")));
    if (!bySuffix.containsKey("")) {
      throw new IllegalArgumentException(
          "i18n resource " + base + ": there is no " + path + ".properties");
    }
  }

  private static Stream<String> languages() {
    return Stream.of(Locale.getAvailableLocales())
        .flatMap(locale -> suffixes(locale).stream())
        .distinct();
  }

  private void read(String suffix, URL file) {
    if (file == null) {
      return;
    }
    Properties texts = new Properties();
    try (InputStream in = file.openStream()) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bySuffix.put(suffix, texts);
  }

  Optional<String> find(Locale locale, String key) {
    return suffixes(locale).stream()
        .map(bySuffix::get)
        .filter(texts -> texts != null && texts.containsKey(key))
        .map(texts -> texts.getProperty(key))
        .findFirst();
  }

  boolean has(String suffix) {
    return bySuffix.containsKey(suffix);
  }

  /** Endings from the most particular to none: _de_CH, _de, "". */
  static List<String> suffixes(Locale locale) {
    String language = locale.getLanguage();
    if (language.isEmpty()) {
      return List.of("");
    }
    return locale.getCountry().isEmpty()
        ? List.of("_" + language, "")
        : List.of("_" + language + "_" + locale.getCountry(), "_" + language, "");
  }
}
