package dev.drumbeat.reply.incoming;

import java.util.Arrays;

/**
 * Keeps messages made to exhaust the reader away from it: a parser makes an object of each header
 * line and each part, so a megabyte of the shortest ones would fill the memory.
 */
final class Flood {

  private static final int MOST_HEADER_BYTES = 128 * 1024;
  private static final int MOST_LINES = 50_000;
  private static final int MOST_BOUNDARIES = 1_000;

  private Flood() {}

  /** The beginning of a message, as much as may be parsed of its header and of its body. */
  static byte[] cut(byte[] raw) {
    byte[] bounded =
        raw.length > MailParser.MOST_BYTES ? Arrays.copyOf(raw, MailParser.MOST_BYTES) : raw;
    int body = endOfHeader(bounded);
    int end = endOfBody(bounded, body);
    if (body <= MOST_HEADER_BYTES) {
      return end == raw.length ? raw : Arrays.copyOf(bounded, end);
    }
    // The last line that is kept ends where it is cut; the empty lines make an end of the header.
    byte[] kept = Arrays.copyOf(bounded, MOST_HEADER_BYTES + 4 + end - body);
    System.arraycopy(new byte[] {'\r', '\n', '\r', '\n'}, 0, kept, MOST_HEADER_BYTES, 4);
    System.arraycopy(bounded, body, kept, MOST_HEADER_BYTES + 4, end - body);
    return kept;
  }

  /** Where the body has more lines or more boundaries than a message that somebody wrote. */
  private static int endOfBody(byte[] raw, int body) {
    int lines = 0;
    int boundaries = 0;
    for (int i = Math.max(1, body); i < raw.length; i++) {
      if (isBreak(raw[i - 1]) && !(raw[i - 1] == '\r' && raw[i] == '\n')) {
        lines++;
        boundaries += raw[i] == '-' && i + 1 < raw.length && raw[i + 1] == '-' ? 1 : 0;
      }
      if (lines > MOST_LINES || boundaries > MOST_BOUNDARIES) {
        return i;
      }
    }
    return raw.length;
  }

  private static int endOfHeader(byte[] raw) {
    int breaks = 0;
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '\n' || raw[i] == '\r') {
        breaks += raw[i] == '\n' && i > 0 && raw[i - 1] == '\r' ? 0 : 1;
        if (breaks == 2) {
          return i + 1;
        }
      } else {
        breaks = 0;
      }
    }
    return raw.length;
  }

  private static boolean isBreak(byte b) {
    return b == '\n' || b == '\r';
  }
}
