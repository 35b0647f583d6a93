package dev.drumbeat.host.plugin;

import java.util.Map;

/** Something of the host that apps may refer to, with the properties they can filter by. */
public record HostService(Class<?> type, Object service, Map<String, String> properties) {

  /** A service without properties. */
  public static <T> HostService of(Class<T> type, T service) {
    return new HostService(type, service, Map.of());
  }
}
