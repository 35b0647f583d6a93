package dev.drumbeat.host.plugin;

/** An app as the administrator sees it; the reason is empty unless it failed. */
public record InstalledPlugin(String key, String name, String version, State state, String reason) {

  /** Up, switched off, or not up for a reason. */
  public enum State {
    ENABLED,
    DISABLED,
    FAILED
  }
}
