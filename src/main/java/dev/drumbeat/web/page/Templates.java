package dev.drumbeat.web.page;

import dev.drumbeat.mail.OwnClassLoader;
import dev.drumbeat.web.Texts;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader;
import org.apache.velocity.util.introspection.SecureUberspector;

/**
 * Renders our own templates with an engine of our own (design D8). Templates get texts, numbers,
 * booleans, lists and maps, and under {@code $text} the texts of the reader's language by key. What
 * they write is escaped unless it is {@link SafeHtml}; a name that does not exist is an error.
 */
public final class Templates {

  private final VelocityEngine engine;
  private final Texts texts;

  public Templates(Texts texts) {
    this.texts = texts;
    this.engine = OwnClassLoader.call(Templates::engine);
  }

  private static VelocityEngine engine() {
    Properties p = new Properties();
    p.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, "true");
    p.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, SecureUberspector.class.getName());
    p.setProperty(RuntimeConstants.RESOURCE_LOADERS, "jar");
    p.setProperty("resource.loader.jar.class", ClasspathResourceLoader.class.getName());
    p.setProperty("resource.loader.jar.cache", "true");
    VelocityEngine engine = new VelocityEngine(p);
    engine.init();
    return engine;
  }

  /** Renders a file below the folder of templates, for example {@code accounts.vm}. */
  SafeHtml render(String template, Map<String, ?> values) {
    values.values().forEach(Templates::mustBeData);
    VelocityContext context = new VelocityContext();
    values.forEach(context::put);
    context.put("text", new TextMap(texts));
    EventCartridge cartridge = new EventCartridge();
    cartridge.addEventHandler((ReferenceInsertionEventHandler) (c, name, value) -> escaped(value));
    context.attachEventCartridge(cartridge);
    StringWriter html = new StringWriter();
    OwnClassLoader.call(
        () -> engine.mergeTemplate("templates/" + template, "UTF-8", context, html));
    return new SafeHtml(html.toString());
  }

  private static void mustBeData(Object value) {
    if (value instanceof List<?> list) {
      list.forEach(Templates::mustBeData);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(Templates::mustBeData);
    } else if (!(value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof SafeHtml)) {
      throw new IllegalArgumentException("not data for a template: " + value.getClass());
    }
  }

  private static Object escaped(Object value) {
    return value instanceof SafeHtml || value == null ? value : escape(value.toString());
  }

  /** For text and for attributes in quotes. */
  private static String escape(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }
}
