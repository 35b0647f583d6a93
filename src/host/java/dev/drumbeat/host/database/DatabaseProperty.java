package dev.drumbeat.host.database;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The system property {@code db}, which says what databases hosts of this process use. */
final class DatabaseProperty {

  private static final String NAME = "db";
  private static final String USER = "db.user";
  private static final String PASSWORD = "db.password";
  private static final String SERVER = "jdbc:postgresql:";

  private DatabaseProperty() {}

  /**
   * What stands for the value of the property: H2, also when there is none; a PostgreSQL that this
   * process runs; one that is there.
   *
   * @throws IllegalArgumentException when it has another value
   */
  static <A> A choose(Supplier<A> h2, Supplier<A> own, Function<PostgresAddress, A> given) {
    String value = System.getProperty(NAME, "h2");
    if (value.startsWith(SERVER)) {
      return given.apply(address(value));
    }
    return switch (value) {
      case "h2" -> h2.get();
      case "postgres" -> own.get();
      default -> throw refused("is " + value);
    };
  }

  /** What makes another Java use that server. */
  static List<String> arguments(PostgresAddress address) {
    return List.of(
        "-D" + NAME + "=" + address.url(),
        "-D" + USER + "=" + address.user(),
        "-D" + PASSWORD + "=" + address.password());
  }

  private static PostgresAddress address(String url) {
    try {
      return new PostgresAddress(
          url, System.getProperty(USER, ""), System.getProperty(PASSWORD, ""));
    } catch (IllegalArgumentException e) {
      throw refused("is " + e.getMessage());
    }
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(
        "The property db %s. It may be h2, postgres (run by the host itself) or the URL of a server,"
                .formatted(why)
            + " jdbc:postgresql://host:port/database, with db.user and db.password.");
  }
}
