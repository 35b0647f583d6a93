package dev.drumbeat.mail;

/** What a request wants done with a stored password. Passwords go in and never come out. */
public sealed interface PasswordChange {

  /** Leave it as it is. */
  record Keep() implements PasswordChange {}

  /** Forget it. */
  record Remove() implements PasswordChange {}

  /** Store this one. */
  record Set(String password) implements PasswordChange {

    /** Nothing of it belongs into a log. */
    @Override
    public String toString() {
      return "Set";
    }
  }
}
