package dev.drumbeat.mail;

import java.util.Optional;
import java.util.stream.Stream;

/** What the test of an account tries, in order. */
public enum Stage {
  /** The host name has an address. */
  DNS("dns", "drumbeat.stage.dns"),
  /** Something listens at the port. */
  CONNECT("connect", "drumbeat.stage.connect"),
  /** The connection is protected as it should be, by a certificate of that host. */
  TLS("tls", "drumbeat.stage.tls"),
  /** The server takes user and password. */
  LOGIN("login", "drumbeat.stage.login"),
  /** The server takes a message from the account to itself. */
  SEND("sendToSelf", "drumbeat.stage.send"),
  /** The mailbox can be opened. */
  IMAP_LOGIN("imapLogin", "drumbeat.stage.imap-login"),
  /** The message arrives there. */
  RECEIVE("receive", "drumbeat.stage.receive");

  private final String word;
  private final String key;

  Stage(String word, String key) {
    this.word = word;
    this.key = key;
  }

  /** The word of REST. */
  public String word() {
    return word;
  }

  /** The i18n key of its name. */
  public String key() {
    return key;
  }

  /** Finds a stage by its word. */
  public static Optional<Stage> of(String word) {
    return Stream.of(values()).filter(s -> s.word.equals(word)).findFirst();
  }

  /** Whether it is about the mailbox rather than the server that mail is handed to. */
  boolean isOfMailbox() {
    return this == IMAP_LOGIN || this == RECEIVE;
  }
}
