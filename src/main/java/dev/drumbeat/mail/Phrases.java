package dev.drumbeat.mail;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list of phrases from a text file: one a line, in lower case, {@code #} before a remark, {@code
 * *} for up to forty characters of anything. A phrase matches whole words only.
 */
public final class Phrases {

  /** A letter of a script that puts spaces between words. */
  private static final Pattern LETTER =
      Pattern.compile(
          "[\\p{L}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}]]");

  private final Pattern any;

  private Phrases(List<String> phrases) {
    Map<Boolean, String> patterns =
        phrases.stream()
            .collect(
                partitioningBy(
                    phrase -> isLetter(phrase.charAt(0)), mapping(Phrases::pattern, joining("|"))));
    // Asked once for all phrases that a place inside a word is none, not once for each.
    String words = "(?<!\\p{L})(?:" + patterns.get(true) + ")";
    String others = patterns.getOrDefault(false, "");
    this.any = Pattern.compile(others.isEmpty() ? words : words + "|" + others);
  }

  /** The list in the file of that name beside the class that asks. */
  public static Phrases of(Class<?> beside, String name) {
    try (InputStream file = beside.getResourceAsStream(name + ".txt")) {
      if (file == null) {
        throw new IllegalStateException("no list of phrases " + name);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      return new Phrases(
          lines
              .lines()
              .map(String::strip)
              .filter(l -> !l.isEmpty() && !l.startsWith("#"))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first of them in a text that {@link #plain} made. */
  public Optional<String> find(String plain) {
    Matcher match = any.matcher(plain);
    return match.find() ? Optional.of(match.group()) : Optional.empty();
  }

  /** Whether one of them is in a text that {@link #plain} made. */
  public boolean isIn(String plain) {
    return any.matcher(plain).find();
  }

  /** Whether a text that {@link #plain} made begins with one of them. */
  public boolean begins(String plain) {
    return any.matcher(plain).lookingAt();
  }

  /** Whether a text that {@link #plain} made is one of them and nothing else. */
  public boolean isAll(String plain) {
    return any.matcher(plain).matches();
  }

  /** A text that {@link #plain} made, with a space in place of each of them. */
  public String without(String plain) {
    return any.matcher(plain).replaceAll(" ");
  }

  /** How many different ones are in a text that {@link #plain} made. */
  public long count(String plain) {
    return any.matcher(plain).results().map(r -> r.group()).distinct().count();
  }

  /** Where each of them ends in a text that {@link #plain} made. */
  public List<Integer> ends(String plain) {
    return any.matcher(plain).results().map(r -> r.end()).toList();
  }

  /** A text as phrases are compared: lower case, straight quotes, single spaces. */
  public static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'')
        .replace('\u2018', '\'')
        .replaceAll("[\\s\\u00a0]+", " ");
  }

  private static String pattern(String phrase) {
    String words =
        Arrays.stream(phrase.split("\\*", -1)).map(Pattern::quote).collect(joining(".{0,40}?"));
    return isLetter(phrase.charAt(phrase.length() - 1)) ? words + "(?!\\p{L})" : words;
  }

  private static boolean isLetter(char c) {
    return LETTER.matcher(String.valueOf(c)).matches();
  }
}
