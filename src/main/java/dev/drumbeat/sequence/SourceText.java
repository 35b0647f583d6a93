package dev.drumbeat.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A template as it was written, for finding a place again that Velocity tells. Velocity counts
 * columns as a terminal shows them, a tab to the next multiple of eight; people and editors count
 * characters.
 */
final class SourceText {

  private static final int TAB = 8;

  private final String text;

  /** Where each line begins. */
  private final List<Integer> lines = new ArrayList<>(List.of(0));

  /** The shown column of each character. */
  private final int[] columns;

  SourceText(String text) {
    this.text = text;
    this.columns = new int[text.length()];
    int column = 0;
    for (int i = 0; i < columns.length; i++) {
      column = text.charAt(i) == '\t' ? column + TAB - column % TAB : column + 1;
      columns[i] = column;
      if (endsLine(i)) {
        lines.add(i + 1);
        column = 0;
      }
    }
  }

  /** Lines end with CR, LF or both. */
  private boolean endsLine(int i) {
    return text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !text.startsWith("\n", i + 1));
  }

  /** Where the character of that line and shown column stands; the beginning when they are 0. */
  int offset(int line, int shownColumn) {
    if (line < 1) {
      return 0;
    }
    if (line > lines.size()) {
      return text.length();
    }
    int end = line < lines.size() ? lines.get(line) : text.length();
    int found = Arrays.binarySearch(columns, lines.get(line - 1), end, shownColumn);
    return found < 0 ? -found - 1 : found;
  }

  /** What is wrong with that character. */
  TemplateFault fault(int offset, String problem, String detail) {
    int line = lines.size();
    while (lines.get(line - 1) > offset) {
      line--;
    }
    return new TemplateFault(line, offset - lines.get(line - 1) + 1, problem, detail);
  }

  /** Whether an odd number of backslashes stands there, which takes the meaning of what follows. */
  boolean isEscaped(int offset) {
    int at = offset;
    while (at < text.length() && text.charAt(at) == '\\') {
      at++;
    }
    return (at - offset) % 2 == 1;
  }

  @Override
  public String toString() {
    return text;
  }
}
