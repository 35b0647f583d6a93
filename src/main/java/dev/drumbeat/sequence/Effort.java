package dev.drumbeat.sequence;

import dev.drumbeat.request.Reason;

/**
 * How much work one rendering may do. Every value that a template looks at costs a step and more
 * when it is long, every turn of a loop costs many: so the time is bounded without a clock.
 */
final class Effort {

  private static final int MOST = 100_000;
  private static final int TURN = 80;

  /** A text of this length costs one step more, one twice as long four: some work is quadratic. */
  private static final int LONG = 300;

  /** Most turns that all loops of a rendering can take together. */
  static final int MOST_TURNS = MOST / TURN;

  private long left = MOST;

  /** Pays for looking at a value. */
  void look(Object value) {
    int longs = value instanceof String text ? Math.min(text.length() / LONG, MOST) : 0;
    pay(1 + (long) longs * longs);
  }

  /** Pays for one turn of a loop. */
  void turn() {
    pay(TURN);
  }

  private void pay(long steps) {
    left -= steps;
    if (left < 0) {
      throw new Unrenderable(Reason.of("drumbeat.render.too-much-work"));
    }
  }
}
