package dev.drumbeat.reply.classification;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Months and days of the week by their names, in the languages of most mail. */
final class CalendarNames {

  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu",
          "ro", "tr", "ru", "uk", "el");

  /** Languages whose short names are no words of another one. */
  private static final List<String> SHORT_LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "nl", "sv", "da", "nb");

  private static final Set<String> NEVER = Set.of("set", "out");

  private static final Map<String, Month> MONTHS = new HashMap<>();
  private static final Map<String, DayOfWeek> DAYS = new HashMap<>();

  static {
    for (Locale language : locales(LANGUAGES)) {
      for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
        Stream.of(Month.values()).forEach(m -> name(m.getDisplayName(style, language), m));
        Stream.of(DayOfWeek.values())
            .forEach(d -> DAYS.putIfAbsent(plain(d.getDisplayName(style, language)), d));
      }
    }
    for (Locale language : locales(SHORT_LANGUAGES)) {
      Stream.of(Month.values()).forEach(m -> name(m.getDisplayName(TextStyle.SHORT, language), m));
    }
    name("sept", Month.SEPTEMBER);
  }

  private CalendarNames() {}

  /** The month of that name, in lower case. */
  static Optional<Month> month(String name) {
    return Optional.ofNullable(MONTHS.get(name));
  }

  /** The day of the week of that name, in lower case. */
  static Optional<DayOfWeek> weekday(String name) {
    return Optional.ofNullable(DAYS.get(name));
  }

  private static List<Locale> locales(List<String> languages) {
    return languages.stream().map(Locale::forLanguageTag).toList();
  }

  private static void name(String name, Month month) {
    String plain = plain(name);
    if (plain.length() >= 3
        && !NEVER.contains(plain)
        && plain.chars().allMatch(Character::isLetter)) {
      MONTHS.putIfAbsent(plain, month);
    }
  }

  /** Some languages name a day by several words; the first tells it apart. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace(".", "").split("[-\\s]", 2)[0];
  }
}
