package dev.drumbeat.sending;

/** How far a task is that a run gave to somebody. */
enum TaskState {
  /** Its issue is being made, or was when the process ended. */
  MAKING,
  /** Somebody is to do it. */
  OPEN,
  /** Its issue is resolved. */
  DONE,
  /** Its issue was deleted, which counts like done. */
  DELETED,
  /** Nobody waits for it any more, since the run went on or ended. */
  LEFT;

  /** Whether the run goes on from it. */
  boolean isOver() {
    return this == DONE || this == DELETED || this == LEFT;
  }
}
