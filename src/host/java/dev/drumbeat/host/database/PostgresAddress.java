package dev.drumbeat.host.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One database of a PostgreSQL server that is up.
 *
 * @param url as the driver wants it, {@code jdbc:postgresql://host:port/database?...}
 * @param user empty when the URL says who logs in
 * @param password empty when there is none or the URL has it
 */
public record PostgresAddress(String url, String user, String password) {

  private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/?]+/)([^?]+)(\\?.*)?");

  /**
   * Checks the shape only.
   *
   * @throws IllegalArgumentException when the URL names no server or no database
   */
  public PostgresAddress {
    parts(url);
  }

  /** The database of another name on the same server, which need not exist yet. */
  PostgresAddress sibling(String name) {
    Matcher parts = parts(url);
    String options = parts.group(3) == null ? "" : parts.group(3);
    return new PostgresAddress(parts.group(1) + name + options, user, password);
  }

  /** Creates that database on this server, unless it is there; names are plain ASCII. */
  PostgresAddress create(String name) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, name)) {
        statement.execute("CREATE DATABASE \"" + name + "\" TEMPLATE template0");
      }
      return sibling(name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database " + name + ": " + e.getMessage(), e);
    }
  }

  /** Drops that database of this server with all who are connected to it. */
  void drop(String name) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot drop " + name + ": " + e.getMessage(), e);
    }
  }

  private static boolean exists(Statement statement, String name) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
      return found.next();
    }
  }

  private Connection connect() throws SQLException {
    Properties settings = new Properties();
    if (!user.isEmpty()) {
      settings.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      settings.setProperty("password", password);
    }
    return DriverManager.getConnection(url, settings);
  }

  private static Matcher parts(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "not like jdbc:postgresql://host:port/database: " + url.replaceFirst("\\?.*", ""));
    }
    return parts;
  }
}
