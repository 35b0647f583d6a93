package dev.drumbeat.web.support;

import dev.drumbeat.health.Installation;
import org.jspecify.annotations.Nullable;

/** What runs on what. */
record InstallationPart(
    String version,
    @Nullable String build,
    String host,
    String database,
    String java,
    String system,
    int processors,
    long mebibytes,
    boolean clustered) {

  private static final int MEBIBYTE = 1024 * 1024;

  static InstallationPart of(Installation installation) {
    Runtime runtime = Runtime.getRuntime();
    return new InstallationPart(
        installation.version(),
        installation.build(),
        installation.host(),
        installation.database().toString(),
        property("java.vendor") + " " + property("java.version"),
        property("os.name") + " " + property("os.arch"),
        runtime.availableProcessors(),
        runtime.maxMemory() / MEBIBYTE,
        installation.node() != null);
  }

  private static String property(String name) {
    return String.valueOf(System.getProperty(name));
  }
}
