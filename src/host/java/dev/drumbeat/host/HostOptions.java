package dev.drumbeat.host;

import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.time.HostClock;
import java.nio.file.Path;

/**
 * How a host is started. Port zero takes any free one.
 *
 * @param home where the bundles, the installed jars and, unless it is a server's, the database lie
 * @param webSudo whether administrators are asked for their password once more
 */
public record HostOptions(
    Path home,
    Databases databases,
    int httpPort,
    int smtpPort,
    int imapPort,
    HostClock clock,
    boolean webSudo) {

  /** As {@code mvn -Prun package} starts it: the ports of the README and a running clock. */
  public static HostOptions forPeople(Path home) {
    return new HostOptions(
        home, Databases.forPeople(), 2990, 3025, 3143, HostClock.running(), true);
  }

  /** Free ports and a running clock. */
  public static HostOptions forTests(Path home) {
    return new HostOptions(home, Databases.forTests(), 0, 0, 0, HostClock.running(), false);
  }

  /** As for tests, but with a database that is as durable as that of people. */
  public static HostOptions forBenchmarks(Path home) {
    return new HostOptions(home, Databases.forPeople(), 0, 0, 0, HostClock.running(), false);
  }

  /** The same with another clock. */
  public HostOptions withClock(HostClock other) {
    return new HostOptions(home, databases, httpPort, smtpPort, imapPort, other, webSudo);
  }

  /** The same with these ports of the mail lab. */
  public HostOptions withMailPorts(int smtp, int imap) {
    return new HostOptions(home, databases, httpPort, smtp, imap, clock, webSudo);
  }

  /** The same with or without the second password. */
  public HostOptions withWebSudo(boolean asked) {
    return new HostOptions(home, databases, httpPort, smtpPort, imapPort, clock, asked);
  }
}
