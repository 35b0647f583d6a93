package dev.drumbeat.report;

/** What somebody can do about a thing that needs attention. */
public enum Remedy {
  /** See why nothing leaves. */
  STATUS,
  /** Mend the mail accounts. */
  ACCOUNTS,
  /** See which messages nobody knows of. */
  UNKNOWN_SENDS,
  /** See who waits for data. */
  MISSING_DATA,
  /** See who waits since it was overdue. */
  OVERDUE,
  /** See whose account is gone. */
  SENDER_DOWN,
  /** See to whom an answer may belong. */
  DOUBTFUL_REPLY,
  /** See what came back. */
  CAME_BACK,
  /** Open the campaign and let it go on. */
  RESUME
}
