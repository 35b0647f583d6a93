package dev.drumbeat.host.database;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Where a host finds its database. The system property {@code db} decides what it is. */
@FunctionalInterface
public interface Databases {

  /** The database of the host with that home; the same one each time. */
  Database open(Path home);

  /**
   * Below the home, with a PostgreSQL server that ends with the database; or the very database that
   * the property names.
   */
  static Databases forPeople() {
    return DatabaseProperty.choose(
        () -> Database::file,
        () -> home -> Database.alone(PostgresServer.in(home.resolve("postgres")), "jira"),
        address -> home -> Database.at(address));
  }

  /** One for each home; on PostgreSQL all on one server, where they stay as long as it does. */
  static Databases forTests() {
    return DatabaseProperty.choose(
        () -> Database::file,
        () -> home -> of(home, SharedServer.address()),
        address -> home -> of(home, address));
  }

  /** A new and empty one that nobody else knows; gone when it is closed. */
  static Database scratch() {
    String name = "scratch_" + UUID.randomUUID().toString().replace("-", "");
    return DatabaseProperty.choose(
        () -> Database.memory(name),
        () -> Database.passing(SharedServer.address(), name),
        address -> Database.passing(address, name));
  }

  /** What another Java is started with so that {@link #forTests} means the same there. */
  static List<String> argumentsForOthers() {
    return DatabaseProperty.choose(
        List::of,
        () -> DatabaseProperty.arguments(SharedServer.address()),
        DatabaseProperty::arguments);
  }

  private static Database of(Path home, PostgresAddress server) {
    byte[] path = home.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
    String name = "home_" + UUID.nameUUIDFromBytes(path).toString().replace("-", "");
    return Database.at(server.create(name));
  }
}
