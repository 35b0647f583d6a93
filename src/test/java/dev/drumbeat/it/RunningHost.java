package dev.drumbeat.it;

import dev.drumbeat.host.Host;
import dev.drumbeat.host.HostOptions;
import dev.drumbeat.host.database.AtExit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The host with the built jar in it and the sample data, started once for all tests of a JVM. */
public final class RunningHost {

  private static Host host;

  private RunningHost() {}

  /** The host; started at the first call, stopped with the JVM. */
  public static synchronized Host get() {
    if (host == null) {
      host = start(HostOptions.forTests(home()));
      AtExit.run(host::close);
    }
    return host;
  }

  /** A host of one's own, with the jar and the sample data. */
  public static Host start(HostOptions options) {
    Host started = Host.start(options);
    started.addSampleData();
    started.plugins().install(jar());
    return started;
  }

  /** The jar that the build made. */
  public static Path jar() {
    return Path.of(System.getProperty("drumbeat.jar"));
  }

  /** A new empty folder below the build's output. */
  public static Path home() {
    try {
      Path homes = Path.of(System.getProperty("drumbeat.target"), "host-homes");
      return Files.createTempDirectory(Files.createDirectories(homes), "home");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
