package dev.drumbeat.mail;

import org.jspecify.annotations.Nullable;

/** The encrypted passwords of an account; null where none is stored. */
public record StoredPasswords(@Nullable SealedPassword smtp, @Nullable SealedPassword imap) {

  /** Neither password. */
  public static final StoredPasswords NONE = new StoredPasswords(null, null);
}
