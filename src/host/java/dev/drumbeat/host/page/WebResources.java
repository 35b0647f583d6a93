package dev.drumbeat.host.page;

import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.RequiredResources;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;
import dev.drumbeat.host.plugin.HostPlugin;
import dev.drumbeat.host.plugin.ModuleConsumer;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what the page of a request asks for and serves it in batches: one script and one style
 * sheet for everything that comes from apps. Each request stands between {@link #begin} and {@link
 * #end}.
 */
public final class WebResources implements PageBuilderService, ModuleConsumer {

  private static final Logger log = LoggerFactory.getLogger(WebResources.class);

  private final ThreadLocal<Wanted> wanted = new ThreadLocal<>();
  private final Texts texts;
  private final Map<String, WebResource> modules = new LinkedHashMap<>();
  private volatile Served served;

  /** The modules and their batches change together, or a batch could keep what is gone. */
  private record Served(ResourceGraph graph, Batches batches) {}

  /** What the page of one request wants. */
  private record Wanted(Set<String> keys, Set<String> contexts) {

    Wanted() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }
  }

  /** Takes the texts that go into scripts. */
  public WebResources(Texts texts) {
    this.texts = texts;
    publish();
  }

  /** A request starts on this thread: nothing is wanted yet. */
  public void begin() {
    wanted.set(new Wanted());
  }

  /** The request is over. */
  public void end() {
    wanted.remove();
  }

  @Override
  public WebResourceAssembler assembler() {
    return Required::new;
  }

  /** Wants all modules that name the context, for example {@code jira.view.issue}. */
  public void requireContext(String context) {
    current().contexts().add(context);
  }

  /** Outside of a request there is no page, and what is wanted is forgotten. */
  private Wanted current() {
    Wanted current = wanted.get();
    return current == null ? new Wanted() : current;
  }

  private final class Required implements RequiredResources {

    @Override
    public RequiredResources requireWebResource(String moduleCompleteKey) {
      current().keys().add(moduleCompleteKey);
      return this;
    }
  }

  /** What the page of this request loads from apps. */
  PageResources page(String contextPath) {
    Served now = served;
    Set<String> keys = new LinkedHashSet<>(now.graph().inContexts(current().contexts()));
    keys.addAll(current().keys());
    ResourceGraph.Needed needed = now.graph().needed(keys);
    needed.unknown().forEach(key -> log.warn("A page asks for the unknown web-resource {}", key));
    return new PageResources(
        url(now, needed.resources(), "css").map(contextPath::concat),
        url(now, needed.resources(), "js").map(contextPath::concat),
        List.copyOf(needed.unknown()));
  }

  /**
   * Addresses of the batches, where there is something in them, and keys that nothing answers to.
   */
  public record PageResources(
      Optional<String> style, Optional<String> script, List<String> unknown) {}

  private Optional<String> url(Served now, List<WebResource> resources, String extension) {
    List<WebResource> having =
        resources.stream().filter(r -> r.files(extension).findAny().isPresent()).toList();
    if (having.isEmpty()) {
      return Optional.empty();
    }
    Locale locale = texts.closest(texts.getLocale());
    String batch = now.batches().batch(having, extension, locale);
    String keys = having.stream().map(WebResource::key).collect(Collectors.joining(","));
    return Optional.of(
        "/s/%s/_/download/batch.%s?keys=%s&locale=%s"
            .formatted(
                Batches.hash(batch.getBytes(StandardCharsets.UTF_8)),
                extension,
                URLEncoder.encode(keys, StandardCharsets.UTF_8),
                locale.toLanguageTag()));
  }

  /** The batch of those modules; keys that nobody knows (any more) are left out. */
  byte[] batch(Collection<String> keys, String extension, Locale locale) {
    Served now = served;
    List<WebResource> known =
        keys.stream().map(now.graph()::get).filter(Objects::nonNull).distinct().toList();
    return now.batches().batch(known, extension, locale).getBytes(StandardCharsets.UTF_8);
  }

  /** A single file of a module, in the language of the user; empty when there is none. */
  Optional<byte[]> single(String module, String name) {
    Served now = served;
    WebResource resource = now.graph().get(module);
    URL file = resource == null ? null : resource.file(name);
    return file == null
        ? Optional.empty()
        : Optional.of(now.batches().single(resource, name, file, texts.getLocale()));
  }

  @Override
  public void enable(HostPlugin plugin) {
    plugin
        .descriptor()
        .modules("web-resource")
        .map(module -> WebResource.of(plugin, module))
        .forEach(resource -> modules.put(resource.key(), resource));
    publish();
  }

  @Override
  public void disable(HostPlugin plugin) {
    modules.values().removeIf(resource -> resource.plugin().key().equals(plugin.key()));
    publish();
  }

  private void publish() {
    served = new Served(new ResourceGraph(modules), new Batches(texts));
  }
}
