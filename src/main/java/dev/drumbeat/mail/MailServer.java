package dev.drumbeat.mail;

import org.jspecify.annotations.Nullable;

/** One server of an account, SMTP or IMAP; without a user it wants no log-in. */
public record MailServer(String host, int port, Security security, @Nullable String user) {

  /** The same server, spoken to without logging in. */
  MailServer withoutUser() {
    return new MailServer(host, port, security, null);
  }
}
