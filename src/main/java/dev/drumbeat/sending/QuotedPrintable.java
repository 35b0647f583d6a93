package dev.drumbeat.sending;

import java.nio.charset.StandardCharsets;

/** Writes text as seven-bit lines that no relay has a reason to touch (RFC 2045 §6.7). */
final class QuotedPrintable {

  /** Leaves room for the sign of a soft line break. */
  private static final int LINE = 75;

  private static final String HEX = "0123456789ABCDEF";

  private final StringBuilder out = new StringBuilder();
  private int column;

  private QuotedPrintable() {}

  /** The encoded text; every line ends with CR LF, whatever the text uses. */
  static String encode(String text) {
    QuotedPrintable encoder = new QuotedPrintable();
    for (String line : text.split("\\r\\n|\\r|\\n", -1)) {
      encoder.line(line.getBytes(StandardCharsets.UTF_8));
    }
    return encoder.out.toString();
  }

  private void line(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xFF;
      boolean isBlankAtEnd = i == bytes.length - 1 && (b == ' ' || b == '\t');
      if (isBlankAtEnd || !isPlain(b)) {
        put("=" + HEX.charAt(b >> 4) + HEX.charAt(b & 0xF));
      } else {
        put(Character.toString(b));
      }
    }
    out.append("\r\n");
    column = 0;
  }

  private static boolean isPlain(int b) {
    return b == '\t' || (b >= ' ' && b <= '~' && b != '=');
  }

  private void put(String characters) {
    if (column + characters.length() > LINE) {
      out.append("=\r\n");
      column = 0;
    }
    out.append(characters);
    column += characters.length();
  }
}
