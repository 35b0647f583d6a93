package dev.drumbeat.host.page;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.context.Context;

/**
 * Fills the links of web-items: {@code ${issue.key}} from the context, encoded for an address. A
 * name that is not there stays as it is written, as in Jira.
 */
final class LinkTexts {

  private final VelocityEngine engine = OwnLoader.call(VelocityEngine::new);
  private final String contextPath;

  LinkTexts(String contextPath) {
    this.contextPath = contextPath;
  }

  /** The address; one that begins with a slash is below the host's context path. */
  String fill(String link, Map<String, Object> context) {
    String filled = link.contains("$") ? OwnLoader.call(() -> evaluate(link, context)) : link;
    return filled.startsWith("/") ? contextPath + filled : filled;
  }

  private String evaluate(String link, Map<String, Object> context) {
    VelocityContext values = new VelocityContext(new HashMap<>(context));
    EventCartridge events = new EventCartridge();
    events.addReferenceInsertionEventHandler(LinkTexts::print);
    values.attachEventCartridge(events);
    StringWriter filled = new StringWriter();
    engine.evaluate(values, filled, "link", link);
    return filled.toString();
  }

  private static Object print(Context context, String reference, Object value) {
    return value == null
        ? null
        : URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
