package dev.drumbeat.host;

import dev.drumbeat.host.plugin.PluginFailure;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Starts the host for a person: {@code Main <jar> <home>}. Stops with the process. */
public final class Main {

  private Main() {}

  /** Takes the app's jar and the folder in which the host keeps everything. */
  public static void main(String[] args) throws InterruptedException {
    Host host = start(Path.of(args[1]));
    Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop"));
    host.addSampleData();
    try {
      host.plugins().install(Path.of(args[0]));
      AppSetup.make(host);
    } catch (PluginFailure e) {
      System.out.println("The app is not up: " + e.getMessage());
    }
    host.plugins().restore();
    System.out.println(Greeting.of(host));
    new CountDownLatch(1).await();
  }

  private static Host start(Path home) {
    try {
      return Host.start(HostOptions.forPeople(home));
    } catch (RuntimeException e) {
      String question =
          e instanceof IllegalArgumentException
              ? ": "
              : "; is another one running, or its database away? ";
      System.out.println("The host did not start" + question + reason(e));
      System.exit(1);
      throw e;
    }
  }

  private static String reason(Throwable thrown) {
    return thrown.getCause() == null ? thrown.getMessage() : reason(thrown.getCause());
  }
}
