package dev.drumbeat.sequence;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text in HTML and back. */
final class Html {

  private static final Pattern ENTITY =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,7});");

  /** The names of the characters 160 to 255, in their order. */
  private static final String LATIN =
      """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr \
      deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 \
      iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave \
      Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute \
      Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave \
      eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml \
      divide oslash ugrave uacute ucirc uuml yacute thorn yuml""";

  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("euro", "\u20ac"),
          Map.entry("hellip", "\u2026"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("sbquo", "\u201a"),
          Map.entry("ldquo", "\u201c"),
          Map.entry("rdquo", "\u201d"),
          Map.entry("bdquo", "\u201e"),
          Map.entry("bull", "\u2022"),
          Map.entry("trade", "\u2122"),
          Map.entry("rarr", "\u2192"),
          Map.entry("larr", "\u2190"),
          Map.entry("zwnj", ""),
          Map.entry("zwj", ""));

  private static final Map<String, String> CHARACTERS = characters();

  /** Characters that a reader of text does not see: a soft hyphen, joiners, a mark of order. */
  private static final Set<Integer> UNSEEN = Set.of(0xad, 0x200b, 0x200c, 0x200d, 0xfeff);

  private Html() {}

  /** The text as it may stand between tags and in quoted attributes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** The characters of entities; those that are not known stay as they are written. */
  static String unescape(String html) {
    return ENTITY
        .matcher(html)
        .replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1), entity.group())));
  }

  private static String character(String name, String otherwise) {
    if (!name.startsWith("#")) {
      return CHARACTERS.getOrDefault(name, otherwise);
    }
    boolean hex = Character.toLowerCase(name.charAt(1)) == 'x';
    int code =
        hex
            ? Integer.parseInt(name, 2, name.length(), 16)
            : Integer.parseInt(name, 1, name.length(), 10);
    boolean printed =
        Character.isValidCodePoint(code) && !Character.isISOControl(code) && !UNSEEN.contains(code);
    return printed ? Character.toString(code) : "";
  }

  private static Map<String, String> characters() {
    String[] latin = LATIN.split(" ", -1);
    Map<String, String> all =
        IntStream.range(0, latin.length)
            .boxed()
            .collect(Collectors.toMap(i -> latin[i], i -> Character.toString(160 + i)));
    all.putAll(OTHERS);
    all.put("nbsp", " ");
    all.put("shy", "");
    return Map.copyOf(all);
  }
}
