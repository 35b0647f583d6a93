package dev.drumbeat.host.plugin;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A descriptor that was read and found whole: key, name, version, parameters and modules. */
public record PluginDescriptor(
    String key,
    String name,
    String version,
    Map<String, String> params,
    List<PluginModule> modules) {

  /** Modules of one kind, in the order of the file. */
  public Stream<PluginModule> modules(String kind) {
    return modules.stream().filter(m -> m.kind().equals(kind));
  }
}
