package dev.drumbeat.sequence;

import java.util.ArrayDeque;
import java.util.Deque;

/** The lists of a mail as text: items with a dash or their number, lists in lists further in. */
final class TextLists {

  private static final int DASHED = -1;
  private static final String FURTHER_IN = "  ";

  private final TextLines lines;

  /** How many items each open list has so far, or that it does not count them. */
  private final Deque<Integer> counts = new ArrayDeque<>();

  TextLists(TextLines lines) {
    this.lines = lines;
  }

  void open(boolean numbered) {
    if (counts.isEmpty()) {
      lines.paragraph();
    } else {
      lines.line();
      lines.mark(FURTHER_IN);
    }
    counts.push(numbered ? 0 : DASHED);
  }

  void item() {
    int count = counts.isEmpty() ? DASHED : counts.pop();
    if (count == DASHED) {
      counts.push(DASHED);
      lines.item("- ");
    } else {
      counts.push(count + 1);
      lines.item(count + 1 + ". ");
    }
  }

  void close() {
    if (!counts.isEmpty()) {
      counts.pop();
    }
    if (counts.isEmpty()) {
      lines.paragraph();
    } else {
      lines.line();
      lines.unmark();
    }
  }
}
