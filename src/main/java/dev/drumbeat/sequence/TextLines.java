package dev.drumbeat.sequence;

/** Words put together to lines: blanks become one, more than one empty line becomes one. */
final class TextLines {

  private static final int EMPTY_LINE = 2;

  private final StringBuilder text = new StringBuilder();
  private int breaks = 0;
  private boolean blank = false;

  void add(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (Character.isWhitespace(c)) {
        blank = true;
      } else {
        separate();
        text.append(c);
      }
    }
  }

  /** What follows begins a line. */
  void line() {
    breaks = Math.max(breaks, 1);
  }

  /** What follows begins a line below an empty one. */
  void paragraph() {
    breaks = EMPTY_LINE;
  }

  /** One line further than now. */
  void anotherLine() {
    breaks = Math.min(breaks + 1, EMPTY_LINE);
  }

  int length() {
    return text.length();
  }

  /** What was added from that length on. */
  String since(int length) {
    return text.substring(length).strip();
  }

  private void separate() {
    if (text.length() > 0 && breaks > 0) {
      text.append("\n".repeat(breaks));
    } else if (text.length() > 0 && blank) {
      text.append(' ');
    }
    breaks = 0;
    blank = false;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
