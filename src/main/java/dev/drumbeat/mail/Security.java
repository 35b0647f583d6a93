package dev.drumbeat.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a connection to a mail server is protected. */
public enum Security {
  /** Not at all: what is sent can be read on the way. */
  NONE,
  /** Begins in the clear and must change to TLS before anything is said; never falls back. */
  STARTTLS,
  /** TLS from the first byte. */
  TLS;

  /** The word of REST and of the table. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether less is protected than by the other. */
  boolean isWeakerThan(Security other) {
    return compareTo(other) < 0;
  }

  /** Finds the protection by its word. */
  public static Optional<Security> of(String word) {
    return Stream.of(values()).filter(s -> s.word().equals(word)).findFirst();
  }
}
