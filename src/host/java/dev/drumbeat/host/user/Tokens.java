package dev.drumbeat.host.user;

import dev.drumbeat.host.database.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Personal access tokens, sent as {@code Authorization: Bearer}. Only a hash is stored: a token is
 * long and random, so a plain SHA-256 is enough.
 */
public final class Tokens {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcTemplate jdbc;
  private final Users users;

  /** Creates the table where it is missing. */
  public Tokens(Database database, Users users) {
    this.jdbc = database.jdbc();
    this.users = users;
    jdbc.execute(
        """
        CREATE TABLE IF NOT EXISTS HOST_TOKEN (
          TOKEN_HASH VARCHAR(64) NOT NULL PRIMARY KEY,
          USER_KEY VARCHAR(255) NOT NULL REFERENCES HOST_USER (USER_KEY))
        """);
  }

  /** Makes a token for the user; this answer is the only time it can be seen. */
  public String issue(HostUser user) {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    jdbc.update(
        "INSERT INTO HOST_TOKEN (TOKEN_HASH, USER_KEY) VALUES (?, ?)", hash(token), user.key());
    return token;
  }

  /** The active user to whom the token was given. */
  public Optional<HostUser> user(String token) {
    return jdbc
        .queryForList(
            "SELECT USER_KEY FROM HOST_TOKEN WHERE TOKEN_HASH = ?", String.class, hash(token))
        .stream()
        .map(users::getUserByKey)
        .filter(HostUser::active)
        .findFirst();
  }

  /** Takes back all tokens of a user. */
  public void revoke(HostUser user) {
    jdbc.update("DELETE FROM HOST_TOKEN WHERE USER_KEY = ?", user.key());
  }

  private static String hash(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
