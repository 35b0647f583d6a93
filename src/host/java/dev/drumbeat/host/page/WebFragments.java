package dev.drumbeat.host.page;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import dev.drumbeat.host.plugin.HostPlugin;
import dev.drumbeat.host.plugin.ModuleConsumer;
import dev.drumbeat.host.plugin.PluginFailure;
import dev.drumbeat.host.plugin.PluginModule;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web-items, web-sections and web-panels of all apps, in the order of their weights. One that
 * fails is left out and logged by its complete key; the page goes on without it.
 */
public final class WebFragments implements ModuleConsumer {

  private static final Logger log = LoggerFactory.getLogger(WebFragments.class);
  private static final List<String> KINDS = List.of("web-item", "web-section", "web-panel");

  private final Texts texts;
  private final JiraAuthenticationContext user;
  private final LinkTexts links;
  private volatile List<WebFragment> fragments = List.of();

  /** Takes the path below which the host runs, for example {@code /jira}. */
  public WebFragments(Texts texts, JiraAuthenticationContext user, String contextPath) {
    this.texts = texts;
    this.user = user;
    this.links = new LinkTexts(contextPath);
  }

  /** The links of a section that the user of this thread is shown. */
  public List<WebItem> items(String section, Map<String, Object> context) {
    return shown("web-item", section, context, shown -> item(shown.module(), shown.context()));
  }

  /** The sections of a location. */
  public List<WebSection> sections(String location, Map<String, Object> context) {
    return shown("web-section", location, context, shown -> section(shown.module()));
  }

  /** The panels of a location with what they write. */
  public List<Panel> panels(String location, Map<String, Object> context) {
    return shown("web-panel", location, context, this::panel);
  }

  /** A fragment whose condition holds, with everything that it may ask for. */
  private record Shown(WebFragment fragment, Map<String, Object> context) {

    PluginModule module() {
      return fragment.module();
    }
  }

  private <T> List<T> shown(
      String kind, String place, Map<String, Object> context, Function<Shown, T> rendering) {
    Map<String, Object> all = withUser(context);
    return fragments.stream()
        .filter(fragment -> fragment.module().kind().equals(kind))
        .filter(fragment -> fragment.place().equals(place))
        .flatMap(fragment -> render(fragment, all, rendering).stream())
        .toList();
  }

  private Map<String, Object> withUser(Map<String, Object> context) {
    Map<String, Object> all = new HashMap<>(context);
    ApplicationUser acting = user.getLoggedInUser();
    if (acting != null) {
      all.put("user", acting);
    }
    return all;
  }

  private <T> Optional<T> render(
      WebFragment fragment, Map<String, Object> context, Function<Shown, T> rendering) {
    try {
      if (!fragment.condition().test(context)) {
        return Optional.empty();
      }
      return Optional.of(rendering.apply(new Shown(fragment, fragment.provider().apply(context))));
    } catch (Throwable e) {
      PluginFailure.passOnFatal(e);
      log.error("{} fails and is left out", fragment.module().completeKey(), e);
      return Optional.empty();
    }
  }

  private WebItem item(PluginModule module, Map<String, Object> context) {
    String linkId = module.child("link").map(link -> link.getAttribute("linkId")).orElse("");
    return new WebItem(
        module.completeKey(),
        linkId.isEmpty() ? module.key() : linkId,
        text(module, "label"),
        text(module, "tooltip"),
        links.fill(module.text("link"), context),
        module.text("styleClass"),
        PluginModule.params(module.xml()));
  }

  private WebSection section(PluginModule module) {
    return new WebSection(module.key(), text(module, "label"));
  }

  private Panel panel(Shown shown) {
    String html = shown.fragment().panel().getHtml(shown.context());
    return new Panel(shown.module().key(), text(shown.module(), "label"), new SafeHtml(html));
  }

  private String text(PluginModule module, String element) {
    return module
        .child(element)
        .filter(label -> label.hasAttribute("key"))
        .map(
            label ->
                texts.getText(
                    label.getAttribute("key"),
                    PluginModule.params(label).values().toArray(Serializable[]::new)))
        .orElseGet(() -> module.text(element));
  }

  @Override
  public void enable(HostPlugin plugin) {
    List<WebFragment> added =
        plugin.descriptor().modules().stream()
            .filter(module -> KINDS.contains(module.kind()))
            .map(module -> WebFragment.of(plugin, module))
            .toList();
    fragments =
        Stream.concat(fragments.stream(), added.stream()).sorted(WebFragment.ORDER).toList();
  }

  @Override
  public void disable(HostPlugin plugin) {
    fragments =
        fragments.stream()
            .filter(fragment -> !fragment.module().pluginKey().equals(plugin.key()))
            .toList();
  }
}
