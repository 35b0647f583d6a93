package dev.drumbeat.host;

import java.lang.management.ManagementFactory;

/** What a person reads on the console once the host is up. */
final class Greeting {

  private Greeting() {}

  static String of(Host host) {
    return """

        Embedded host, a stand-in for Jira: for development, demo and tests only.
          %s        log in as admin / admin, sam / sam, lena / lena or bob / bob
          Mail lab: SMTP on 127.0.0.1:%d, IMAP on 127.0.0.1:%d
          Database: %s
          Up after %.1f s. Stop with Ctrl+C; data and apps are kept in %s
        """
        .formatted(
            host.url(),
            host.lab().smtpPort(),
            host.lab().imapPort(),
            host.database().url(),
            ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0,
            host.options().home());
  }
}
