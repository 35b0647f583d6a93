package dev.drumbeat.sending;

import dev.drumbeat.request.Reason;

/** What became of one hand-over. Every caller handles each. */
public sealed interface SendOutcome {

  /** The server took the message; its answer as it gave it. */
  record Sent(String response) implements SendOutcome {}

  /**
   * Nothing was taken and it may be tried again: this address alone, or everything of the account.
   */
  record Deferred(Scope scope, FailureClass kind, Reason reason) implements SendOutcome {}

  /** Nothing was taken, and trying again is pointless; hard when the address does not exist. */
  record Rejected(FailureClass kind, Reason reason) implements SendOutcome {

    /** Whether nobody should write to the address again. */
    public boolean isHard() {
      return kind == FailureClass.HARD;
    }
  }

  /** The body may have left, and the server never said what it made of it. */
  record Unknown(Reason reason) implements SendOutcome {}

  /** The mark was not committed, so no byte of the body has left. */
  record Withheld(Reason reason) implements SendOutcome {}

  /** Whom a refusal holds back. */
  enum Scope {
    ADDRESS,
    ACCOUNT
  }
}
