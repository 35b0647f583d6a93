package dev.drumbeat.host.page.screen;

/**
 * An installed app as the administrator sees it.
 *
 * @param reason why it failed; empty unless it did
 */
public record AppLine(String key, String name, String version, State state, String reason) {

  /** Up, switched off, or not up for a reason. */
  public enum State {
    ENABLED,
    DISABLED,
    FAILED
  }
}
