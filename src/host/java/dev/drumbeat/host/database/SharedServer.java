package dev.drumbeat.host.database;

/** The one PostgreSQL server of this process; started when it is first asked for. */
final class SharedServer {

  private static PostgresServer server;

  private SharedServer() {}

  /** Where it is; it ends with the process. */
  static synchronized PostgresAddress address() {
    if (server == null) {
      server = PostgresServer.temporary();
      AtExit.run(server::close);
    }
    return server.address();
  }
}
