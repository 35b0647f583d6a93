package dev.drumbeat.mail;

/** An encrypted password, bound to its account and field by {@link Secrets}. */
public record SealedPassword(String text) {

  /** Nothing of it belongs into a log. */
  @Override
  public String toString() {
    return "SealedPassword";
  }
}
