package dev.drumbeat.reply;

/** How far a message was dealt with. Whatever is not done is gone on with by the next run. */
enum Stage {
  /** Stored; nothing followed from it yet. */
  RECEIVED,
  /** Runs and sends know of it; the issue is to be told. */
  APPLIED,
  /** A comment is being written, and may be there already. */
  COMMENTING,
  DONE
}
