package dev.drumbeat.sequence;

import dev.drumbeat.request.Reason;
import java.io.Writer;

/** Takes characters up to a limit and ends the rendering beyond it. */
final class BoundedWriter extends Writer {

  private final StringBuilder text = new StringBuilder();
  private final int most;

  BoundedWriter(int most) {
    this.most = most;
  }

  @Override
  public void write(char[] characters, int from, int count) {
    if (text.length() + count > most) {
      throw new Unrenderable(Reason.of("drumbeat.render.too-long", most));
    }
    text.append(characters, from, count);
  }

  @Override
  public void flush() {
    // Everything is in memory.
  }

  @Override
  public void close() {
    // Nothing is open.
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
