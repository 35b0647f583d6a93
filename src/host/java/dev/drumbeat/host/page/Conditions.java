package dev.drumbeat.host.page;

import com.atlassian.plugin.web.Condition;
import dev.drumbeat.host.plugin.HostPlugin;
import dev.drumbeat.host.plugin.PluginModule;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads {@code condition} and {@code conditions}; those side by side must all hold. */
final class Conditions {

  private Conditions() {}

  /** Builds the conditions of a module once, with its app's objects. */
  static Predicate<Map<String, Object>> of(HostPlugin plugin, Element module) {
    return all(parts(plugin, module));
  }

  private static List<Predicate<Map<String, Object>>> parts(HostPlugin plugin, Element parent) {
    return Stream.concat(
            PluginModule.children(parent, "condition").map(e -> single(plugin, e)),
            PluginModule.children(parent, "conditions").map(e -> group(plugin, e)))
        .toList();
  }

  private static Predicate<Map<String, Object>> group(HostPlugin plugin, Element group) {
    List<Predicate<Map<String, Object>>> parts = parts(plugin, group);
    boolean or = group.getAttribute("type").equalsIgnoreCase("OR");
    return inverted(
        group, or ? context -> parts.stream().anyMatch(p -> p.test(context)) : all(parts));
  }

  private static Predicate<Map<String, Object>> all(List<Predicate<Map<String, Object>>> parts) {
    return context -> parts.stream().allMatch(part -> part.test(context));
  }

  private static Predicate<Map<String, Object>> single(HostPlugin plugin, Element element) {
    Condition condition =
        plugin.create(plugin.type(element.getAttribute("class"), Condition.class));
    condition.init(PluginModule.params(element));
    return inverted(element, condition::shouldDisplay);
  }

  private static Predicate<Map<String, Object>> inverted(
      Element element, Predicate<Map<String, Object>> condition) {
    return Boolean.parseBoolean(element.getAttribute("invert")) ? condition.negate() : condition;
  }
}
