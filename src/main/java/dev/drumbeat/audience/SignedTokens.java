package dev.drumbeat.audience;

import dev.drumbeat.mail.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Names a row to somebody who is not logged in: its id and a signature bound to one purpose. A
 * token never expires and says nothing of an address (U5).
 */
public final class SignedTokens {

  private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,13})\\.([A-Za-z0-9_-]{22})");
  private static final int RADIX = 36;
  private static final int SIGNATURE_BYTES = 16;

  private final Secrets secrets;

  public SignedTokens(Secrets secrets) {
    this.secrets = secrets;
  }

  /** A token of that row for that purpose, safe in an address. */
  public String sign(String purpose, long id) {
    String name = Long.toString(id, RADIX);
    return name + "." + signature(purpose, name);
  }

  /** The id; empty when nobody signed the token for that purpose. */
  public OptionalLong verify(String purpose, String token) {
    var parts = FORM.matcher(token);
    if (!parts.matches()) {
      return OptionalLong.empty();
    }
    byte[] expected = signature(purpose, parts.group(1)).getBytes(StandardCharsets.US_ASCII);
    byte[] given = parts.group(2).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, given)
        ? OptionalLong.of(Long.parseLong(parts.group(1), RADIX))
        : OptionalLong.empty();
  }

  private String signature(String purpose, String name) {
    SecretKey key = secrets.derive("tokens");
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      byte[] whole = mac.doFinal((purpose + "/" + name).getBytes(StandardCharsets.UTF_8));
      byte[] part = Arrays.copyOf(whole, SIGNATURE_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
