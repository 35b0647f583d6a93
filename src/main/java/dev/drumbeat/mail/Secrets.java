package dev.drumbeat.mail;

import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts passwords with AES-256-GCM. Each is bound to the place it is stored for, so that one
 * copied into another row cannot be opened there. What is stored: version, id of the key, nonce and
 * cipher text. Trouble with the key is a {@link Conflict} that names the file.
 */
public final class Secrets {

  private static final String FORM = "v1";
  private static final String UNKNOWN = "";
  private static final String DERIVATION = "HmacSHA256";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final KeyFile file;
  private final Supplier<Set<String>> keysInUse;
  private final SecureRandom random = new SecureRandom();
  private volatile @Nullable Key key;

  /**
   * The file lies below that home. A key may be made as long as no stored password needs one; the
   * ids are those of the keys that stored passwords were sealed with.
   */
  public Secrets(Path home, Supplier<Set<String>> keysInUse) {
    this.file = new KeyFile(home);
    this.keysInUse = keysInUse;
  }

  /**
   * Makes sure that {@link #seal} will find a key. To be called before a unit of work, since it may
   * ask the database whether a new key may be made.
   */
  void prepare() {
    key();
  }

  /** Encrypts for that place, for example {@code mail-account/7/smtp}. */
  SealedPassword seal(String password, String place) {
    Key with = key();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        cipher(Cipher.ENCRYPT_MODE, with, nonce, place, password.getBytes(StandardCharsets.UTF_8));
    byte[] both = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return new SealedPassword(
        String.join(".", FORM, with.id(), Base64.getUrlEncoder().encodeToString(both)));
  }

  /** Decrypts what was sealed for that place. */
  String open(SealedPassword sealed, String place) {
    String[] parts = sealed.text().split("\\.", -1);
    if (!isOurs(parts)) {
      throw tampered();
    }
    Key with = key();
    if (!parts[1].equals(with.id())) {
      throw new Conflict(Reason.of("drumbeat.secrets.other-key", file.path().toString()));
    }
    byte[] both = decode(parts[2]);
    byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
    byte[] text = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
    return new String(
        cipher(Cipher.DECRYPT_MODE, with, nonce, place, text), StandardCharsets.UTF_8);
  }

  /** A key of its own for another purpose, made from the key in the file; the same every time. */
  public SecretKey derive(String purpose) {
    try {
      Mac mac = Mac.getInstance(DERIVATION);
      mac.init(key().secret());
      byte[] derived = mac.doFinal(("drumbeat/" + purpose).getBytes(StandardCharsets.UTF_8));
      return new SecretKeySpec(derived, DERIVATION);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the key is there, the right one, and nobody else's to read; looks anew each time. */
  public KeyState keyState() {
    KeyState found = file.state();
    return switch (found) {
      case NOT_YET -> keysInUse.get().isEmpty() ? found : KeyState.MISSING;
      case THERE, OPEN_TO_OTHERS -> isTheOneInUse() ? found : KeyState.OTHER;
      default -> found;
    };
  }

  private boolean isTheOneInUse() {
    String own = file.read().map(bytes -> Key.of(bytes).id()).orElse(UNKNOWN);
    return keysInUse.get().stream().allMatch(id -> id.equals(own) || id.equals(UNKNOWN));
  }

  /** The id of the key that it was sealed with; empty of one that was changed outside. */
  static String keyOf(SealedPassword sealed) {
    String[] parts = sealed.text().split("\\.", -1);
    return isOurs(parts) ? parts[1] : UNKNOWN;
  }

  private static boolean isOurs(String[] parts) {
    return parts.length == 3 && parts[0].equals(FORM);
  }

  /** Where the key is, for administrators. */
  public String place() {
    return file.path().toString();
  }

  private static byte[] decode(String text) {
    byte[] both;
    try {
      both = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw tampered();
    }
    if (both.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw tampered();
    }
    return both;
  }

  private static byte[] cipher(int mode, Key key, byte[] nonce, String place, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((FORM + "/" + key.id() + "/" + place).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (AEADBadTagException e) {
      throw tampered();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Conflict tampered() {
    return new Conflict(Reason.of("drumbeat.secrets.tampered"));
  }

  private Key key() {
    Key known = key;
    if (known == null) {
      known = Key.of(file.read().orElseGet(this::first));
      key = known;
    }
    return known;
  }

  private byte[] first() {
    // A shared home that is not mounted looks like a first start. A new key would hide that, and
    // the stored passwords would be lost for good.
    if (!keysInUse.get().isEmpty()) {
      throw new Conflict(Reason.of("drumbeat.secrets.key-missing", file.path().toString()));
    }
    return file.create();
  }

  private record Key(String id, SecretKey secret) {

    static Key of(byte[] bytes) {
      try {
        byte[] print = MessageDigest.getInstance("SHA-256").digest(bytes);
        return new Key(HexFormat.of().formatHex(print, 0, 4), new SecretKeySpec(bytes, "AES"));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
