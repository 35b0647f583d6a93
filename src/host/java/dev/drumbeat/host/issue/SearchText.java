package dev.drumbeat.host.issue;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The text behind {@code ~}: words that all occur, in any order and case, also as parts of longer
 * words; what is in quotation marks occurs as it stands. A star at the end of a word is allowed.
 */
final class SearchText {

  private static final Pattern PART = Pattern.compile("\"([^\"]+)\"|[^\\s\"]+");

  private SearchText() {}

  /** One pattern for LIKE, with ! as the escape, for each word or phrase. */
  static List<String> patterns(String text) {
    return PART.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(SearchText::words)
        .filter(w -> !w.isEmpty())
        .map(w -> "%" + w.replaceAll("[!%_]", "!$0") + "%")
        .toList();
  }

  private static String words(MatchResult part) {
    return part.group(1) == null ? part.group().replaceAll("\\*+$", "") : part.group(1);
  }
}
