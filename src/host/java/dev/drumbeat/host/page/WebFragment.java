package dev.drumbeat.host.page;

import com.atlassian.plugin.web.ContextProvider;
import com.atlassian.plugin.web.api.model.WebPanel;
import dev.drumbeat.host.plugin.HostPlugin;
import dev.drumbeat.host.plugin.PluginModule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A web-item, web-section or web-panel of an app with the objects behind it.
 *
 * @param place the location of a section or panel, the section of an item
 * @param panel null unless it is a panel
 */
record WebFragment(
    PluginModule module,
    String place,
    int weight,
    Predicate<Map<String, Object>> condition,
    UnaryOperator<Map<String, Object>> provider,
    WebPanel panel) {

  static final Comparator<WebFragment> ORDER =
      Comparator.comparingInt(WebFragment::weight)
          .thenComparing(fragment -> fragment.module().completeKey());

  static WebFragment of(HostPlugin plugin, PluginModule module) {
    return new WebFragment(
        module,
        module.attribute(module.kind().equals("web-item") ? "section" : "location"),
        module.weight(),
        Conditions.of(plugin, module.xml()),
        provider(plugin, module),
        module.kind().equals("web-panel") ? panel(plugin, module) : null);
  }

  private static WebPanel panel(HostPlugin plugin, PluginModule module) {
    if (module.attribute("class").isEmpty()) {
      throw new IllegalArgumentException(
          module.completeKey() + ": the embedded host only knows web-panels with a class");
    }
    return plugin.create(plugin.type(module.attribute("class"), WebPanel.class));
  }

  private static UnaryOperator<Map<String, Object>> provider(
      HostPlugin plugin, PluginModule module) {
    return module
        .child("context-provider")
        .map(
            element -> {
              ContextProvider provider =
                  plugin.create(plugin.type(element.getAttribute("class"), ContextProvider.class));
              provider.init(PluginModule.params(element));
              return with(provider);
            })
        .orElse(UnaryOperator.identity());
  }

  private static UnaryOperator<Map<String, Object>> with(ContextProvider provider) {
    return context -> {
      Map<String, Object> all = new HashMap<>(context);
      all.putAll(provider.getContextMap(context));
      return all;
    };
  }
}
