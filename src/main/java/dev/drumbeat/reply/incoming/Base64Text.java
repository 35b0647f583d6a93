package dev.drumbeat.reply.incoming;

import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 as it arrives: with lines of any length, without its padding, cut off. Jakarta Mail's
 * decoder loses everything at the first fault, and its leniency is a setting of the whole JVM.
 */
final class Base64Text {

  private Base64Text() {}

  /** What the letters of the alphabet say, up to the padding; everything else is passed over. */
  static byte[] decode(byte[] encoded) {
    byte[] letters = new byte[encoded.length];
    int count = 0;
    for (byte b : encoded) {
      if (b == '=') {
        break;
      }
      if (isLetter(b)) {
        letters[count++] = b;
      }
    }
    // One letter of a group of four holds no whole byte.
    int whole = count % 4 == 1 ? count - 1 : count;
    return Base64.getDecoder().decode(Arrays.copyOf(letters, whole));
  }

  private static boolean isLetter(byte b) {
    return (b >= 'A' && b <= 'Z')
        || (b >= 'a' && b <= 'z')
        || (b >= '0' && b <= '9')
        || b == '+'
        || b == '/';
  }
}
