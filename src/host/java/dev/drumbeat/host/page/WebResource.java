package dev.drumbeat.host.page;

import dev.drumbeat.host.plugin.HostPlugin;
import dev.drumbeat.host.plugin.PluginModule;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A {@code web-resource} module: files, what they need first, and the pages that want them. */
record WebResource(
    HostPlugin plugin,
    String key,
    List<String> dependencies,
    Set<String> contexts,
    List<Download> downloads,
    Set<String> translated) {

  /** A file, or with a slash at the end a folder, under the name by which pages ask for it. */
  record Download(String name, String location) {

    boolean isFolder() {
      return name.endsWith("/");
    }

    /** Where the file of that name is; empty when this is not it and does not hold it. */
    Optional<String> locationOf(String file) {
      if (isFolder()) {
        return file.startsWith(name) && !file.contains("..")
            ? Optional.of(location + file.substring(name.length()))
            : Optional.empty();
      }
      return file.equals(name) ? Optional.of(location) : Optional.empty();
    }
  }

  /**
   * Reads the module.
   *
   * @throws IllegalArgumentException when it asks for what this host does not do
   */
  static WebResource of(HostPlugin plugin, PluginModule module) {
    Stream.of("data", "condition", "conditions").forEach(kind -> refuse(module, kind));
    return new WebResource(
        plugin,
        module.completeKey(),
        texts(module, "dependency").toList(),
        texts(module, "context").collect(Collectors.toSet()),
        module
            .children("resource")
            .filter(resource -> resource.getAttribute("type").equals("download"))
            .map(r -> new Download(r.getAttribute("name"), r.getAttribute("location")))
            .toList(),
        module
            .children("transformation")
            .map(transformation -> translated(module, transformation))
            .collect(Collectors.toSet()));
  }

  private static void refuse(PluginModule module, String kind) {
    if (module.child(kind).isPresent()) {
      throw new IllegalArgumentException(
          module.completeKey() + ": the embedded host does not know <" + kind + "> here");
    }
  }

  private static Stream<String> texts(PluginModule module, String kind) {
    return module.children(kind).map(e -> e.getTextContent().trim());
  }

  private static String translated(PluginModule module, Element transformation) {
    PluginModule.children(transformation, "transformer")
        .map(transformer -> transformer.getAttribute("key"))
        .filter(key -> !key.equals("jsI18n"))
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalArgumentException(
                  module.completeKey() + ": the embedded host knows no transformer " + key);
            });
    return transformation.getAttribute("extension");
  }

  boolean isTranslated(String file) {
    return translated.contains(file.substring(file.lastIndexOf('.') + 1));
  }

  /** The file of that name; null when there is none. */
  URL file(String name) {
    return downloads.stream()
        .flatMap(download -> download.locationOf(name).stream())
        .findFirst()
        .map(plugin::resource)
        .orElse(null);
  }

  /** Names of the scripts or styles that a page loads. */
  Stream<String> files(String extension) {
    return downloads.stream().map(Download::name).filter(name -> name.endsWith("." + extension));
  }
}
