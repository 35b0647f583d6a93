package dev.drumbeat.sequence;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says without its HTML: paragraphs and list items on lines of their own, links as
 * "text (url)", images by their alternative text. Reads every character once, whatever it is given.
 */
final class HtmlText {

  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "dl",
          "table",
          "blockquote",
          "pre",
          "hr",
          "section",
          "article",
          "header",
          "footer",
          "figure");

  private static final Set<String> LINES =
      Set.of("div", "li", "tr", "dt", "dd", "address", "figcaption", "center", "form");

  private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template");

  private final TextLines lines = new TextLines();
  private @Nullable String link = null;
  private int linkFrom = 0;

  private HtmlText() {}

  /** The text of that HTML. */
  static String of(String html) {
    HtmlText text = new HtmlText();
    HtmlTags tags = new HtmlTags(html);
    while (tags.next()) {
      text.lines.add(Html.unescape(tags.textBefore()));
      text.tag(tags);
    }
    text.lines.add(Html.unescape(tags.textBefore()));
    return text.lines.toString();
  }

  private void tag(HtmlTags tags) {
    String name = tags.name();
    if (PARAGRAPHS.contains(name)) {
      lines.paragraph();
    } else if (LINES.contains(name)) {
      lines.line();
    }
    if (tags.isClosing()) {
      closing(name);
    } else {
      opening(name, tags);
    }
  }

  private void opening(String name, HtmlTags tags) {
    switch (name) {
      case "br" -> lines.anotherLine();
      case "li" -> lines.add("- ");
      case "td", "th" -> lines.add(" ");
      case "img" -> lines.add(tags.attribute("alt"));
      case "a" -> {
        link = address(tags.attribute("href"));
        linkFrom = lines.length();
      }
      default -> {
        if (UNSEEN.contains(name)) {
          tags.skipContent();
        }
      }
    }
  }

  private void closing(String name) {
    if (!name.equals("a") || link == null) {
      return;
    }
    String shown = lines.since(linkFrom);
    if (shown.isEmpty()) {
      lines.add(link);
    } else if (!isSame(shown, link)) {
      lines.add(" (" + link + ")");
    }
    link = null;
  }

  /** What a reader can use: the web, or an address. */
  private static @Nullable String address(String href) {
    if (href.regionMatches(true, 0, "mailto:", 0, 7)) {
      return href.substring(7);
    }
    boolean web = href.regionMatches(true, 0, "http", 0, 4);
    return web ? href : null;
  }

  private static boolean isSame(String shown, String link) {
    return bare(shown).equals(bare(link));
  }

  private static String bare(String link) {
    String path = link.replaceFirst("^https?://", "");
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
