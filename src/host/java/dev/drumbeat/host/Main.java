package dev.drumbeat.host;

import dev.drumbeat.host.plugin.PluginFailure;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Starts the host for a person: {@code Main <jar> <home>}. Stops with the process. */
public final class Main {

  private Main() {}

  /** Takes the app's jar and the folder in which the host keeps everything. */
  public static void main(String[] args) throws InterruptedException {
    Host host = Host.start(HostOptions.forPeople(Path.of(args[1])));
    Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop"));
    try {
      host.plugins().install(Path.of(args[0]));
    } catch (PluginFailure e) {
      System.out.println("The app is not up: " + e.getMessage());
    }
    System.out.println(Greeting.of(host));
    new CountDownLatch(1).await();
  }
}
