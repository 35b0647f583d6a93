package dev.drumbeat.reply;

/** What a message from a mailbox is (§12.2). */
public enum ReplyKind {
  /** Somebody wrote it. */
  HUMAN,
  /** Somebody asks in words for no more mail. */
  UNSUBSCRIBE,
  OUT_OF_OFFICE,
  /** The lead works elsewhere now. */
  LEFT_COMPANY,
  /** A receipt or a ticket number; nothing follows from it. */
  AUTO_REPLY,
  BOUNCE,
  /** A server goes on trying. */
  DELAY,
  /** Somebody called our mail spam. */
  COMPLAINT,
  READ_RECEIPT,
  /** Nothing that concerns a campaign. */
  NOTICE;

  /** Whether a person typed it. */
  public boolean isHuman() {
    return this == HUMAN || this == UNSUBSCRIBE;
  }

  /** Whether it tells of another message rather than answers one. */
  boolean isReport() {
    return this == BOUNCE || this == DELAY || this == COMPLAINT || this == READ_RECEIPT;
  }

  /** Whether a person should look at it. */
  public boolean needsPeople() {
    return isHuman() || this == LEFT_COMPANY;
  }
}
