package dev.drumbeat.host.page;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import dev.drumbeat.host.plugin.HostPlugin;
import dev.drumbeat.host.plugin.ModuleConsumer;
import dev.drumbeat.host.plugin.PluginModule;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * The texts of the host and of every app that is enabled. As in Jira a text is a {@link
 * MessageFormat} only where arguments are given, and a key without text stands for itself.
 */
public final class Texts implements I18nResolver, LocaleResolver, ModuleConsumer {

  private final TextBundle own =
      new TextBundle("dev/drumbeat/host/page/host", Texts.class.getClassLoader()::getResource);
  private final Map<String, List<TextBundle>> byPlugin = new ConcurrentSkipListMap<>();
  private final JiraAuthenticationContext user;

  /** Takes whose language is spoken on a thread. */
  public Texts(JiraAuthenticationContext user) {
    this.user = user;
  }

  @Override
  public String getText(String key, Serializable... arguments) {
    return getText(getLocale(), key, arguments);
  }

  @Override
  public String getText(Locale locale, String key, Serializable... arguments) {
    String text = find(locale, key).orElse(key);
    return arguments.length == 0
        ? text
        : new MessageFormat(text, locale).format(arguments, new StringBuffer(), null).toString();
  }

  private Optional<String> find(Locale locale, String key) {
    return bundles().flatMap(bundle -> bundle.find(locale, key).stream()).findFirst();
  }

  private Stream<TextBundle> bundles() {
    return Stream.concat(Stream.of(own), byPlugin.values().stream().flatMap(List::stream));
  }

  @Override
  public Locale getLocale() {
    return user.getLocale();
  }

  /** The closest language for which there are files: what is kept per language is few this way. */
  public Locale closest(Locale locale) {
    return TextBundle.suffixes(locale).stream()
        .filter(suffix -> bundles().anyMatch(bundle -> bundle.has(suffix)))
        .findFirst()
        .map(suffix -> Locale.forLanguageTag(suffix.replaceFirst("_", "").replace('_', '-')))
        .orElse(Locale.ROOT);
  }

  @Override
  public void enable(HostPlugin plugin) {
    List<TextBundle> bundles =
        plugin
            .descriptor()
            .modules("resource")
            .filter(module -> module.attribute("type").equals("i18n"))
            .map(module -> bundle(plugin, module))
            .toList();
    byPlugin.put(plugin.key(), bundles);
  }

  private static TextBundle bundle(HostPlugin plugin, PluginModule module) {
    return new TextBundle(module.attribute("location"), plugin::resource);
  }

  @Override
  public void disable(HostPlugin plugin) {
    byPlugin.remove(plugin.key());
  }
}
