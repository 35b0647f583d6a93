package dev.drumbeat.reply.incoming;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The character references of HTML that mail programs write. */
final class Entities {

  private static final int LONGEST = 10;

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("ldquo", "\u201c"),
          Map.entry("rdquo", "\u201d"),
          Map.entry("hellip", "\u2026"),
          Map.entry("euro", "\u20ac"),
          Map.entry("auml", "\u00e4"),
          Map.entry("ouml", "\u00f6"),
          Map.entry("uuml", "\u00fc"),
          Map.entry("Auml", "\u00c4"),
          Map.entry("Ouml", "\u00d6"),
          Map.entry("Uuml", "\u00dc"),
          Map.entry("szlig", "\u00df"),
          Map.entry("eacute", "\u00e9"),
          Map.entry("egrave", "\u00e8"),
          Map.entry("agrave", "\u00e0"),
          Map.entry("aacute", "\u00e1"),
          Map.entry("acirc", "\u00e2"),
          Map.entry("ecirc", "\u00ea"),
          Map.entry("iacute", "\u00ed"),
          Map.entry("oacute", "\u00f3"),
          Map.entry("uacute", "\u00fa"),
          Map.entry("ntilde", "\u00f1"),
          Map.entry("ccedil", "\u00e7"),
          Map.entry("atilde", "\u00e3"),
          Map.entry("otilde", "\u00f5"),
          Map.entry("aring", "\u00e5"),
          Map.entry("oslash", "\u00f8"),
          Map.entry("aelig", "\u00e6"));

  private Entities() {}

  /** Where characters go. */
  interface Sink {

    void take(char c);
  }

  /** Reads the reference that begins there and answers where the text goes on. */
  static int append(String html, int at, Sink sink) {
    // Looked for nearby only: a text of nothing but ampersands must not be searched again for each.
    int length = html.substring(at, Math.min(at + LONGEST, html.length())).indexOf(';');
    String name = length < 2 ? "" : html.substring(at + 1, at + length);
    String character = name.startsWith("#") ? numbered(name.substring(1)) : NAMED.get(name);
    if (character == null) {
      sink.take('&');
      return at + 1;
    }
    character.chars().forEach(c -> sink.take((char) c));
    return at + length + 1;
  }

  private static @Nullable String numbered(String number) {
    try {
      boolean hex = number.startsWith("x") || number.startsWith("X");
      int code = hex ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
      return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
