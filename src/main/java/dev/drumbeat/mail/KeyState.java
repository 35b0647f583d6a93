package dev.drumbeat.mail;

/** What can be said of the file that holds the key of all passwords. */
public enum KeyState {
  THERE("there"),
  /** There is none, and nothing that would need it. */
  NOT_YET("not-yet"),
  /** Passwords are stored, and what they were encrypted with is gone. */
  MISSING("missing"),
  /** Passwords were encrypted with another key than the one that is there. */
  OTHER("other"),
  /** What is there is no key, or cannot be read. */
  BROKEN("broken"),
  /** Others on the server than its owner may read it. */
  OPEN_TO_OTHERS("open");

  private final String word;

  KeyState(String word) {
    this.word = word;
  }

  /** The word of REST. */
  public String word() {
    return word;
  }
}
