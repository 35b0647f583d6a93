package dev.drumbeat.sequence;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The tables of a mail as text, a line for each row. Those with headings hold data, so their cells
 * are kept apart by a bar; most tables of mails only arrange what they hold.
 */
final class TextTables {

  private final TextLines lines;
  private final Deque<Boolean> ofData = new ArrayDeque<>();
  private int cells = 0;

  TextTables(TextLines lines) {
    this.lines = lines;
  }

  void open() {
    ofData.push(false);
    cells = 0;
  }

  void row() {
    cells = 0;
  }

  void cell(boolean heading) {
    boolean data = !ofData.isEmpty() && ofData.pop();
    if (cells > 0) {
      lines.add(data || heading ? " | " : " ");
    }
    ofData.push(data || heading);
    cells++;
  }

  void close() {
    if (!ofData.isEmpty()) {
      ofData.pop();
    }
    cells = 1;
  }
}
