package dev.drumbeat.mail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One server of an account, SMTP or IMAP; without a user it wants no log-in. */
public record MailServer(String host, int port, Security security, @Nullable String user) {

  /** Whether a password that was given for the other may be sent here as well. */
  boolean mayHearPasswordOf(MailServer other) {
    return host.equalsIgnoreCase(other.host)
        && port == other.port
        && Objects.equals(user, other.user)
        && !security.isWeakerThan(other.security);
  }

  /** The same server, spoken to without logging in. */
  MailServer withoutUser() {
    return new MailServer(host, port, security, null);
  }
}
