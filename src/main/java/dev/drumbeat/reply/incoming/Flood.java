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

  /** At most as many bytes as are read at all, and of the header at most a part of these. */
  static byte[] cut(byte[] raw) {
    byte[] bounded =
        raw.length > MailParser.MOST_BYTES ? Arrays.copyOf(raw, MailParser.MOST_BYTES) : raw;
    int end = endOfHeader(bounded);
    if (end <= MOST_HEADER_BYTES) {
      return bounded;
    }
    // The last line that is kept ends where it is cut; the empty lines make an end of the header.
    byte[] kept = Arrays.copyOf(bounded, MOST_HEADER_BYTES + 4 + bounded.length - end);
    System.arraycopy(new byte[] {'\r', '\n', '\r', '\n'}, 0, kept, MOST_HEADER_BYTES, 4);
    System.arraycopy(bounded, end, kept, MOST_HEADER_BYTES + 4, bounded.length - end);
    return kept;
  }

  /** Whether the body has more lines or more boundaries than a message that somebody wrote. */
  static boolean isIn(byte[] raw) {
    int lines = 0;
    int boundaries = 0;
    for (int i = 1; i < raw.length; i++) {
      if (isBreak(raw[i - 1]) && !(raw[i - 1] == '\r' && raw[i] == '\n')) {
        lines++;
        boundaries += raw[i] == '-' && i + 1 < raw.length && raw[i + 1] == '-' ? 1 : 0;
      }
    }
    return lines > MOST_LINES || boundaries > MOST_BOUNDARIES;
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
