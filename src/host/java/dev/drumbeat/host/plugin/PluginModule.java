package dev.drumbeat.host.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** One module of a descriptor: its kind ({@code servlet}, {@code web-item}, …), key and XML. */
public record PluginModule(String pluginKey, String kind, String key, Element xml) {

  /** The key by which other modules name this one: {@code app:module}. */
  public String completeKey() {
    return pluginKey + ":" + key;
  }

  /** An attribute of the module itself; empty when it is missing. */
  public String attribute(String name) {
    return xml.getAttribute(name);
  }

  /** The weight by which fragments are ordered; 1000 when none is given. */
  public int weight() {
    return attribute("weight").isEmpty() ? 1000 : Integer.parseInt(attribute("weight"));
  }

  /** Direct children of that name, in order. */
  public Stream<Element> children(String name) {
    return children(xml, name);
  }

  /** The first direct child of that name. */
  public Optional<Element> child(String name) {
    return children(name).findFirst();
  }

  /** The trimmed text of the first child of that name; empty when there is none. */
  public String text(String name) {
    return child(name).map(e -> e.getTextContent().trim()).orElse("");
  }

  /** The {@code param} children of an element by name; the value is the attribute or the text. */
  public static Map<String, String> params(Element of) {
    Map<String, String> params = new LinkedHashMap<>();
    children(of, "param")
        .forEach(
            p ->
                params.put(
                    p.getAttribute("name"),
                    p.hasAttribute("value") ? p.getAttribute("value") : p.getTextContent().trim()));
    return params;
  }

  /** Direct children of an element by name, in order. */
  public static Stream<Element> children(Element of, String name) {
    List<Element> found = new ArrayList<>();
    NodeList all = of.getChildNodes();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element e && e.getTagName().equals(name)) {
        found.add(e);
      }
    }
    return found.stream();
  }
}
