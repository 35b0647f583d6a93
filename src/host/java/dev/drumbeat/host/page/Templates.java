package dev.drumbeat.host.page;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.context.Context;
import org.apache.velocity.runtime.Renderable;

/**
 * The host's templates. Everything they print is escaped unless it is {@link SafeHtml}; a name that
 * does not exist is an error, not an empty place.
 */
public final class Templates {

  private static final String FOLDER = "dev/drumbeat/host/page/";
  private final VelocityEngine engine = OwnLoader.call(() -> new VelocityEngine(settings()));
  private final Texts texts;

  /** Takes the texts that templates print as {@code $i18n.getText("key")}. */
  public Templates(Texts texts) {
    this.texts = texts;
  }

  private static Properties settings() {
    Properties settings = new Properties();
    settings.setProperty("resource.loaders", "class");
    settings.setProperty(
        "resource.loader.class.class",
        "org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader");
    settings.setProperty("resource.loader.class.cache", "true");
    settings.setProperty("runtime.strict_mode.enable", "true");
    settings.setProperty("velocimacro.library.path", FOLDER + "macros.vm");
    return settings;
  }

  /** Renders the template of that name, without ending. */
  public String render(String name, Map<String, ?> values) {
    StringWriter page = new StringWriter();
    return OwnLoader.call(
        () -> {
          engine.getTemplate(FOLDER + name + ".vm", "UTF-8").merge(context(values), page);
          return page.toString();
        });
  }

  private VelocityContext context(Map<String, ?> values) {
    VelocityContext context = new VelocityContext(new HashMap<>(values));
    context.put("i18n", texts);
    EventCartridge events = new EventCartridge();
    events.addReferenceInsertionEventHandler(Templates::print);
    context.attachEventCartridge(events);
    return context;
  }

  private static Object print(Context context, String reference, Object value) {
    // A Renderable is the body of a macro call, whose own references have been here already.
    return value == null || value instanceof SafeHtml || value instanceof Renderable
        ? value
        : SafeHtml.escape(value.toString());
  }
}
