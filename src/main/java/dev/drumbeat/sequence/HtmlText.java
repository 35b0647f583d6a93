package dev.drumbeat.sequence;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says without its HTML: paragraphs and list items on lines of their own, quotations
 * behind a mark, links as "text (url)", images by their alternative text. Reads every character
 * once, whatever it is given.
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
      Set.of("div", "li", "tr", "dt", "dd", "address", "figcaption", "center", "form", "caption");

  private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template");

  private static final String QUOTED = "> ";

  private final TextLines lines = new TextLines();
  private final TextLists lists = new TextLists(lines);
  private final TextTables tables = new TextTables(lines);
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
    } else if (UNSEEN.contains(name)) {
      tags.skipContent();
    } else if (tags.isHidden()) {
      tags.skipElement();
    } else {
      opening(name, tags);
    }
  }

  private void opening(String name, HtmlTags tags) {
    switch (name) {
      case "br" -> lines.anotherLine();
      case "ul", "ol" -> lists.open(name.equals("ol"));
      case "li" -> lists.item();
      case "table" -> tables.open();
      case "tr" -> tables.row();
      case "td", "th" -> tables.cell(name.equals("th"));
      case "blockquote" -> lines.mark(QUOTED);
      case "pre" -> lines.asWritten(true);
      case "img" -> lines.add(tags.attribute("alt"));
      case "a" -> {
        link = address(tags.attribute("href"));
        linkFrom = lines.length();
      }
      default -> {
        // Whatever else there is only matters to the look.
      }
    }
  }

  private void closing(String name) {
    switch (name) {
      case "ul", "ol" -> lists.close();
      case "table" -> tables.close();
      case "blockquote" -> lines.unmark();
      case "pre" -> lines.asWritten(false);
      case "a" -> endOfLink();
      default -> {
        // Nothing was begun.
      }
    }
  }

  private void endOfLink() {
    if (link == null) {
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
