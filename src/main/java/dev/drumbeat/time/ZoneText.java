package dev.drumbeat.time;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Reads what a field says of somebody's time: the IANA name of a zone, or a country in which all
 * clocks show the same, by its ISO code or its English name (T16).
 */
public final class ZoneText {

  private static final String SEVERAL = "several";
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final Map<String, String> COUNTRIES = countries();
  private static final Map<String, String> CODES =
      COUNTRIES.keySet().stream().collect(toUnmodifiableMap(ZoneText::englishName, code -> code));

  private ZoneText() {}

  /** The zone, if the text tells one. */
  public static Optional<ZoneId> zone(String text) {
    String word = text.strip();
    // An offset such as +02:00 would be a zone for Java, but it knows no summer time.
    return ZONES.contains(word) ? Optional.of(ZoneId.of(word)) : country(word);
  }

  private static Optional<ZoneId> country(String word) {
    return Optional.ofNullable(COUNTRIES.get(code(word)))
        .filter(zone -> !zone.equals(SEVERAL) && ZONES.contains(zone))
        .map(ZoneId::of);
  }

  /** Whether it is a country whose clocks differ, so that it tells no zone. */
  public static boolean hasSeveral(String text) {
    return SEVERAL.equals(COUNTRIES.get(code(text.strip())));
  }

  private static String code(String word) {
    String name = word.toLowerCase(Locale.ROOT);
    return CODES.getOrDefault(name, word.toUpperCase(Locale.ROOT));
  }

  private static String englishName(String code) {
    return new Locale("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> countries() {
    Properties read = new Properties();
    try (InputStream file = ZoneText.class.getResourceAsStream("countries.properties")) {
      read.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read.stringPropertyNames().stream()
        .collect(toUnmodifiableMap(code -> code, read::getProperty));
  }
}
