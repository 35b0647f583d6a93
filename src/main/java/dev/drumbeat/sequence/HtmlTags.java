package dev.drumbeat.sequence;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through HTML from tag to tag. What looks like a tag but never ends is text. */
final class HtmlTags {

  private static final Pattern NAME = Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s([A-Za-z-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");

  private static final Pattern ANY_ATTRIBUTE =
      Pattern.compile(
          "\\s([^\\s\"'<>/=]++)(?:\\s*+=\\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+)))?");
  private static final Pattern VALUE = Pattern.compile("\\$\\{?[A-Za-z]");

  private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*+:\\s*+none");
  private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta");

  private final String html;
  private int textFrom = 0;
  private int textTo = 0;
  private int tagTo = 0;
  private int unfinished = -1;
  private String name = "";

  HtmlTags(String html) {
    this.html = html;
  }

  /** Moves behind the next tag or comment; false when there is none left. */
  boolean next() {
    textFrom = tagTo;
    for (int at = html.indexOf('<', tagTo); at >= 0; at = html.indexOf('<', at + 1)) {
      if (beginsTag(at)) {
        int end = end(at);
        unfinished = end < 0 ? at : -1;
        textTo = end < 0 ? html.length() : at;
        tagTo = end < 0 ? html.length() : end;
        name = readName();
        return end >= 0;
      }
    }
    textTo = html.length();
    tagTo = html.length();
    return false;
  }

  /** The text between the tag before and this one. */
  String textBefore() {
    return html.substring(textFrom, textTo);
  }

  /** Where the tag begins. */
  int start() {
    return textTo;
  }

  /** Where the tag begins that never ends, negative when all do; known once there is none left. */
  int unfinished() {
    return unfinished;
  }

  /** The name in lower case; empty for a comment. */
  String name() {
    return name;
  }

  boolean isClosing() {
    return html.startsWith("</", textTo);
  }

  /** The value of an attribute, empty when there is none. */
  String attribute(String wanted) {
    Matcher attribute = ATTRIBUTE.matcher(html).region(textTo, tagTo);
    while (attribute.find()) {
      if (attribute.group(1).equalsIgnoreCase(wanted)) {
        return Html.unescape(firstOf(attribute)).strip();
      }
    }
    return "";
  }

  /** All attributes by their names in lower case; one without a value is empty. */
  Map<String, String> attributes() {
    Map<String, String> all = new LinkedHashMap<>();
    Matcher attribute = ANY_ATTRIBUTE.matcher(html).region(textTo, tagTo);
    while (attribute.find()) {
      String value = Html.unescape(firstOf(attribute)).strip();
      all.putIfAbsent(attribute.group(1).toLowerCase(Locale.ROOT), value);
    }
    return all;
  }

  /** Whether a value of a lead stands in an attribute without quotes, and could bring more. */
  boolean hasBareValue() {
    Matcher attribute = ANY_ATTRIBUTE.matcher(html).region(textTo, tagTo);
    while (attribute.find()) {
      if (attribute.group(4) != null && VALUE.matcher(attribute.group(4)).find()) {
        return true;
      }
    }
    return false;
  }

  private static String firstOf(Matcher attribute) {
    for (int group = 2; group <= 4; group++) {
      if (attribute.group(group) != null) {
        return attribute.group(group);
      }
    }
    return "";
  }

  /** Moves to the closing tag of this one, or to the end. */
  void skipContent() {
    String closing = "</" + name;
    int at = html.indexOf("</", tagTo);
    while (at >= 0 && !html.regionMatches(true, at, closing, 0, closing.length())) {
      at = html.indexOf("</", at + 1);
    }
    tagTo = at < 0 ? html.length() : at;
  }

  /** Moves to the tag that closes this one, behind all that are in it, or to the end. */
  void skipElement() {
    String opened = name;
    int depth = VOID.contains(opened) ? 0 : 1;
    while (depth > 0 && next()) {
      if (name.equals(opened)) {
        depth += isClosing() ? -1 : 1;
      }
    }
  }

  /** Whether its style takes it out of sight, as that of a line for previews in a mail box does. */
  boolean isHidden() {
    return HIDDEN.matcher(attribute("style")).find();
  }

  private boolean beginsTag(int at) {
    char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
    return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
  }

  /** Where the tag that begins there is over, negative when it never is. */
  private int end(int from) {
    if (html.startsWith("<!--", from)) {
      int end = html.indexOf("-->", from + 4);
      return end < 0 ? -1 : end + 3;
    }
    char quote = 0;
    for (int at = from + 1; at < html.length(); at++) {
      char c = html.charAt(at);
      if (quote == 0 && c == '>') {
        return at + 1;
      }
      if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
        quote = quote == 0 ? c : 0;
      }
    }
    return -1;
  }

  private String readName() {
    Matcher found = NAME.matcher(html).region(textTo, tagTo);
    return found.lookingAt() ? found.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
