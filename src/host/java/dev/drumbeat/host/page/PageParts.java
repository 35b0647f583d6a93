package dev.drumbeat.host.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page taken apart, however loosely it is written.
 *
 * @param meta what its meta tags say, by name
 * @param head elements of its head that go into the head of the frame
 * @param bodyClass classes of its body
 * @param attributes the other attributes of its body
 * @param hasMain whether the page marks its main part itself
 */
public record PageParts(
    String title,
    Map<String, String> meta,
    SafeHtml head,
    String bodyClass,
    Map<String, String> attributes,
    SafeHtml body,
    boolean hasMain) {

  /** What is for the decorator, and what the frame says itself. */
  private static final String NOT_FOR_THE_HEAD =
      "title, base, meta[charset], meta[http-equiv], meta[name=decorator], meta[name^=admin.],"
          + " meta[name=viewport]";

  static PageParts of(String html) {
    Document page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    Map<String, String> meta = new LinkedHashMap<>();
    page.select("meta[name]").forEach(m -> meta.put(m.attr("name"), m.attr("content")));
    String title = page.title();
    page.head().select(NOT_FOR_THE_HEAD).remove();
    return new PageParts(
        title,
        meta,
        new SafeHtml(page.head().html().strip()),
        page.body().className(),
        attributes(page.body()),
        new SafeHtml(page.body().html()),
        page.body().selectFirst("main, [role=main]") != null);
  }

  private static Map<String, String> attributes(Element body) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Attribute attribute : body.attributes()) {
      attributes.put(attribute.getKey(), attribute.getValue());
    }
    attributes.remove("class");
    return attributes;
  }

  /** What the meta tag of that name says; empty without one. */
  public String meta(String name) {
    return meta.getOrDefault(name, "");
  }
}
