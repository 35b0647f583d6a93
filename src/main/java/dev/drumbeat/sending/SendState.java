package dev.drumbeat.sending;

import java.util.Locale;
import java.util.Set;

/** Where the one message of an enrollment, run and step stands (semantics §1). */
public enum SendState {
  /** Nothing of it has left, and nobody is working on it. */
  PLANNED,
  /** A node is working on it and nothing has left. */
  CLAIMED,
  /** The body may be leaving; what the server made of it is not known yet. */
  HANDED_OVER,
  /** The server took it. */
  SENT,
  /** The server refused it for now; it is tried again. */
  DEFERRED,
  /** The server refused it for good. */
  REJECTED,
  /** It may have left or not, and nobody can tell (X4). Never tried again by itself. */
  UNKNOWN,
  /** Somebody decided that the step is not sent. */
  SKIPPED,
  /** The run stopped before it left. */
  CANCELLED;

  /** The states of a send that has not come to an end. */
  public static final Set<SendState> OPEN = Set.of(PLANNED, CLAIMED, HANDED_OVER, DEFERRED);

  /** Whether a send in this state may get into that one; every change asks here. */
  public boolean mayBecome(SendState next) {
    return switch (this) {
      case PLANNED, DEFERRED ->
          next == CLAIMED || next == REJECTED || next == SKIPPED || next == CANCELLED;
      case CLAIMED ->
          next == HANDED_OVER
              || next == PLANNED
              || next == DEFERRED
              || next == REJECTED
              || next == CANCELLED;
      // Back to planned only by the holder that knows that no byte of the body has left.
      case HANDED_OVER ->
          next == SENT
              || next == DEFERRED
              || next == REJECTED
              || next == UNKNOWN
              || next == PLANNED;
      case UNKNOWN -> next == SENT || next == REJECTED;
      case CANCELLED -> next == CLAIMED;
      case SENT, REJECTED, SKIPPED -> false;
    };
  }

  /** Whether a body may have left. */
  public boolean mayHaveLeft() {
    return this == HANDED_OVER || this == SENT || this == UNKNOWN;
  }

  /** The word of REST: {@code handedOver}. */
  public String word() {
    String[] parts = name().toLowerCase(Locale.ROOT).split("_", -1);
    return parts.length == 1
        ? parts[0]
        : parts[0] + Character.toUpperCase(parts[1].charAt(0)) + parts[1].substring(1);
  }
}
