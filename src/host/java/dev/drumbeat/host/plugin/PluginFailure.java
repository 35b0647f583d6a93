package dev.drumbeat.host.plugin;

/** Why an app is not up, in words for the person who installed it. */
public final class PluginFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  public PluginFailure(String message) {
    super(message);
  }

  public PluginFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** The innermost message of a chain, where the reason usually stands. */
  static String reason(Throwable thrown) {
    Throwable innermost = thrown;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost instanceof PluginFailure ? innermost.getMessage() : innermost.toString();
  }
}
