package dev.drumbeat.host.user;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A salted PBKDF2 hash, kept as text {@code iterations$salt$hash}. */
record PasswordHash(int iterations, byte[] salt, byte[] hash) {

  private static final int ITERATIONS = 20_000;
  private static final int BITS = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  static PasswordHash of(String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return new PasswordHash(ITERATIONS, salt, derive(password, salt, ITERATIONS));
  }

  static PasswordHash parse(String text) {
    String[] parts = text.split("\\$");
    Base64.Decoder base64 = Base64.getDecoder();
    return new PasswordHash(
        Integer.parseInt(parts[0]), base64.decode(parts[1]), base64.decode(parts[2]));
  }

  boolean matches(String password) {
    return MessageDigest.isEqual(hash, derive(password, salt, iterations));
  }

  String text() {
    Base64.Encoder base64 = Base64.getEncoder();
    return iterations + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, iterations, BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no PBKDF2 with SHA-256", e);
    }
  }
}
