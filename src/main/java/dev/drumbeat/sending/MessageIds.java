package dev.drumbeat.sending;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Makes the ids of our messages: always the same for the same send (H2), never one that another
 * instance would make. A letter that comes back is known by them, so nobody who has one can work
 * out another's.
 */
public final class MessageIds {

  private static final int LONGEST_DOMAIN = 150;
  private static final int SIGNATURE_BYTES = 10;

  private final Secrets secrets;
  private final InstanceIdentity instance;

  public MessageIds(Secrets secrets, InstanceIdentity instance) {
    this.secrets = secrets;
    this.instance = instance;
  }

  /**
   * With angle brackets, for example {@code <db.e12.r1.s3.4f1c9a20.0123456789abcdef0123@b.org>}.
   */
  String of(String sendKey, MailAddress from) {
    String name = sendKey + "." + instance.brief();
    return inBrackets(name + "." + signature(name), from);
  }

  /** The id of a message that is no send. */
  static String ofTest(MailAddress from) {
    return inBrackets("test." + UUID.randomUUID(), from);
  }

  private static String inBrackets(String name, MailAddress from) {
    String domain = from.domain();
    return "<db.%s@%s>"
        .formatted(name, domain.length() > LONGEST_DOMAIN ? "drumbeat.invalid" : domain);
  }

  /** In hex digits, which no program on the way changes the case of. */
  private String signature(String name) {
    SecretKey key = secrets.derive("message-id");
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      byte[] whole = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
