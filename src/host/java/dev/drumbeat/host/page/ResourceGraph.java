package dev.drumbeat.host.page;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All web-resource modules, and what a page needs of them in the order in which it must load. */
final class ResourceGraph {

  /**
   * Keys under which the frame of each page brings AUI and its contextPath, format and the like.
   */
  private static final List<String> IN_THE_FRAME =
      List.of(
          "com.atlassian.auiplugin:",
          "com.atlassian.plugins.atlassian-plugins-webresource-plugin:");

  private final Map<String, WebResource> byKey;

  ResourceGraph(Map<String, WebResource> byKey) {
    this.byKey = Map.copyOf(byKey);
  }

  WebResource get(String key) {
    return byKey.get(key);
  }

  /** The keys of the modules that name one of the contexts. */
  List<String> inContexts(Collection<String> contexts) {
    return byKey.values().stream()
        .filter(resource -> resource.contexts().stream().anyMatch(contexts::contains))
        .map(WebResource::key)
        .sorted()
        .toList();
  }

  /** The modules with their dependencies first, each once. */
  Needed needed(Collection<String> keys) {
    Map<String, WebResource> ordered = new LinkedHashMap<>();
    Set<String> unknown = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    keys.forEach(key -> add(key, ordered, unknown, seen));
    return new Needed(List.copyOf(ordered.values()), unknown);
  }

  private void add(
      String key, Map<String, WebResource> ordered, Set<String> unknown, Set<String> seen) {
    if (!seen.add(key) || IN_THE_FRAME.stream().anyMatch(key::startsWith)) {
      return;
    }
    WebResource resource = byKey.get(key);
    if (resource == null) {
      unknown.add(key);
      return;
    }
    resource.dependencies().forEach(dependency -> add(dependency, ordered, unknown, seen));
    ordered.put(key, resource);
  }

  /** What a page loads, and the keys behind which there is nothing. */
  record Needed(List<WebResource> resources, Set<String> unknown) {}
}
