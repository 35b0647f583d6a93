package dev.drumbeat.reply;

/** How sure it is that a message belongs to a lead's run (§12.1). */
public enum Confidence {
  /** It names our message, and mailbox and lead agree. */
  CERTAIN,
  /** It names our message to that lead, or comes from a lead whom we wrote to before. */
  STRONG,
  /** It names our message, but not that lead; the run waits until somebody has looked. */
  PROBABLE,
  /** The lead is known, but nothing was sent that this could answer. */
  NONE;

  boolean isSure() {
    return this == CERTAIN || this == STRONG;
  }
}
