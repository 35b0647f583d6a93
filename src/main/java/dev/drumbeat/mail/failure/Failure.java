package dev.drumbeat.mail.failure;

import java.util.Comparator;

/** Why a message was not delivered (B2). */
public enum Failure {
  /** The address or its domain does not exist. */
  HARD,
  /** Refused for the sender's policy, reputation or rate; says nothing about the address. */
  BLOCK,
  /** Refused for the log-in or for relaying; about the mail account. */
  CONFIGURATION,
  /** Refused for its size or its content. */
  CONTENT,
  /** The mailbox is full, or the server is busy or out of reach, for now. */
  SOFT,
  /** Not told; treated as soft and shown for review. */
  UNKNOWN,
  /** Still being tried. */
  DELAY;

  /** What says most about the address comes first. */
  public static final Comparator<Failure> GRAVEST = Comparator.naturalOrder();

  /** Whether the address is dead. */
  public boolean isHard() {
    return this == HARD;
  }
}
