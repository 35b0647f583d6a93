package dev.drumbeat.audience;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The beginning of an address, a domain or a name in digits that every database sorts in the same
 * way, so that an index finds what begins with something, whatever the language of the database.
 */
public final class Lookup {

  private static final int BYTES = 60;

  /** Behind every digit there is. */
  private static final String END = "g";

  private Lookup() {}

  /** What is kept of a text: 120 digits at most, the same for capital and small letters. */
  public static String of(String text) {
    byte[] bytes = text.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, BYTES)));
  }

  /** What stands behind everything that begins with a text, and before everything else. */
  public static String until(String beginning) {
    return of(beginning) + END;
  }
}
