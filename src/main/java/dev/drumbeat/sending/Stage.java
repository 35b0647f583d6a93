package dev.drumbeat.sending;

import java.util.Optional;

/** The parts of a hand-over that a server answers, in order. */
enum Stage {
  MAIL,
  RCPT,
  DATA,
  /** The body, up to the dot that ends it. */
  BODY;

  /** The stage that a command belongs to; others, such as RSET, belong to none. */
  static Optional<Stage> of(String command) {
    if (command.startsWith("MAIL FROM:")) {
      return Optional.of(MAIL);
    }
    if (command.startsWith("RCPT TO:")) {
      return Optional.of(RCPT);
    }
    return switch (command) {
      case "DATA" -> Optional.of(DATA);
      case "." -> Optional.of(BODY);
      default -> Optional.empty();
    };
  }
}
