package dev.drumbeat.reply.incoming;

import java.util.Locale;
import java.util.Set;

/**
 * The words of an HTML message, quoted passages marked as in plain text. It reads the text once
 * from front to back, so that no nesting and no broken tag costs more than its length. What comes
 * out is plain text: it is no HTML any more and may be shown only as text.
 */
final class HtmlText {

  private static final Set<String> BREAKS =
      Set.of(
          "address", "article", "div", "dd", "dt", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
          "header", "li", "ol", "p", "pre", "section", "table", "tr", "ul");
  private static final Set<String> SILENT = Set.of("head", "script", "style", "title");
  private static final String RULE = "________________________________";
  private static final int DEEPEST_QUOTE = 10;

  private final String html;
  private final StringBuilder text = new StringBuilder();
  private int at;
  private int quotes;

  private HtmlText(String html) {
    this.html = html;
  }

  /** The text of that HTML. */
  static String of(String html) {
    return new HtmlText(html).read();
  }

  private String read() {
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<' && startsTag()) {
        tag();
      } else if (c == '&') {
        at = Entities.append(html, at, this::visible);
      } else {
        visible(c);
        at++;
      }
    }
    return text.toString();
  }

  private boolean startsTag() {
    char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
    return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
  }

  private void tag() {
    if (html.startsWith("<!--", at)) {
      at = after("-->");
      return;
    }
    int end = after(">");
    boolean closes = html.startsWith("</", at);
    String name = name(at + (closes ? 2 : 1), end);
    at = end;
    if (!closes && SILENT.contains(name)) {
      at = after("</" + name);
      at = after(">");
    } else if (name.equals("blockquote")) {
      quotes = closes ? Math.max(0, quotes - 1) : quotes + 1;
      newLine();
    } else if (name.equals("br")) {
      text.append('\n');
    } else if (name.equals("hr")) {
      newLine();
      visible(RULE);
      newLine();
    } else if (BREAKS.contains(name)) {
      newLine();
    }
  }

  /** Where the next one of these ends; the end of the text when there is none. */
  private int after(String mark) {
    for (int i = at; i <= html.length() - mark.length(); i++) {
      if (html.regionMatches(true, i, mark, 0, mark.length())) {
        return i + mark.length();
      }
    }
    return html.length();
  }

  private String name(int from, int end) {
    int to = from;
    while (to < end && Character.isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    return html.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private void newLine() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  private void visible(String words) {
    words.chars().forEach(c -> visible((char) c));
  }

  private void visible(char c) {
    boolean lineStarts = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    if (Character.isWhitespace(c) || c == '\u00a0') {
      if (!lineStarts && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
      return;
    }
    if (lineStarts && quotes > 0) {
      text.append("> ".repeat(Math.min(quotes, DEEPEST_QUOTE)));
    }
    text.append(c);
  }
}
