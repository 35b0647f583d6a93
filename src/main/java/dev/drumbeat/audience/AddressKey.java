package dev.drumbeat.audience;

import dev.drumbeat.mail.MailAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The identity of a lead (E3) in a form of fixed length that every database can index. */
public final class AddressKey {

  private static final int BYTES = 16;

  private AddressKey() {}

  /** 32 hex digits, equal for addresses of one person. */
  public static String of(MailAddress address) {
    return hash(address.comparison());
  }

  /** The same of a text that is no address. */
  public static String ofText(String text) {
    return hash(text.strip());
  }

  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
