package dev.drumbeat.sequence;

import java.util.ArrayList;
import java.util.List;

/**
 * Words put together to lines: blanks become one, more than one empty line becomes one. Lines may
 * stand behind a mark, as those of a quotation do.
 */
final class TextLines {

  private static final int EMPTY_LINE = 2;

  /** Marks of quotations in quotations without end would make every line longer than the last. */
  private static final int MOST_MARKS = 8;

  private static final int MOST_BLANKS = 200;
  private static final String TAB = "    ";

  private final StringBuilder text = new StringBuilder();
  private final List<String> marks = new ArrayList<>();
  private String mark = "";
  private String markBefore = "";
  private String bullet = "";
  private String blanks = "";
  private int breaks = 0;
  private boolean asWritten = false;

  void add(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '\n' && asWritten) {
        breaks = Math.min(breaks + 1, EMPTY_LINE);
        blanks = "";
      } else if (Character.isWhitespace(c)) {
        blank(c == '\t' ? TAB : " ");
      } else {
        separate();
        text.append(c);
      }
    }
  }

  private void blank(String written) {
    if (!asWritten) {
      blanks = " ";
    } else if (blanks.length() < MOST_BLANKS) {
      blanks += written;
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

  /** What follows begins a line with that sign, whatever else wants to begin one before it. */
  void item(String sign) {
    line();
    bullet = sign;
  }

  /** Lines from here on stand behind one more mark. */
  void mark(String more) {
    marks.add(more);
    join();
  }

  /** Lines from here on stand behind one mark less. */
  void unmark() {
    if (!marks.isEmpty()) {
      marks.remove(marks.size() - 1);
      join();
    }
  }

  private void join() {
    mark = String.join("", marks.subList(0, Math.min(marks.size(), MOST_MARKS)));
  }

  /** Whether blanks and line ends mean what they are. */
  void asWritten(boolean whetherSo) {
    asWritten = whetherSo;
    blanks = "";
  }

  int length() {
    return text.length();
  }

  /** What was added from that length on. */
  String since(int length) {
    return text.substring(length).strip();
  }

  private void separate() {
    boolean begins = text.length() == 0 || breaks > 0;
    if (begins) {
      begin();
    } else {
      text.append(blanks);
    }
    breaks = 0;
    blanks = "";
  }

  private void begin() {
    if (text.length() > 0 && breaks == EMPTY_LINE) {
      boolean inside = mark.startsWith(markBefore);
      text.append('\n').append((inside ? markBefore : mark).stripTrailing());
    }
    if (text.length() > 0) {
      text.append('\n');
    }
    text.append(mark).append(bullet).append(asWritten ? blanks : "");
    markBefore = mark;
    bullet = "";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
