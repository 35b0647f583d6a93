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

  /** What to tell: our own words where there are any, else the innermost message of the chain. */
  public static String reason(Throwable thrown) {
    Throwable at = thrown;
    while (!(at instanceof PluginFailure) && at.getCause() != null) {
      at = at.getCause();
    }
    return at instanceof PluginFailure ? at.getMessage() : at.toString();
  }

  /**
   * Throws what an app threw once more if it concerns the whole process, such as want of memory.
   */
  public static void passOnFatal(Throwable thrown) {
    if (thrown instanceof VirtualMachineError fatal && !(thrown instanceof StackOverflowError)) {
      throw fatal;
    }
  }
}
