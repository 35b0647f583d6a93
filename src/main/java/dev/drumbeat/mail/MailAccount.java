package dev.drumbeat.mail;

import dev.drumbeat.log.About;
import dev.drumbeat.log.About.Thing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail account: what mail goes out from and answers come back to. The version counts changes by
 * people; a check of its health does not change it.
 */
public record MailAccount(
    long id,
    int version,
    AccountSettings settings,
    StoredPasswords passwords,
    boolean paused,
    Instant createdAt,
    Instant updatedAt,
    AccountHealth health) {

  /** For the log. */
  public About about() {
    return About.of(Thing.ACCOUNT, id);
  }

  /** The server that the stored password was given for; null when none is stored. */
  @Nullable MailServer smtpToldPassword() {
    return passwords.smtp() == null ? null : settings.smtp();
  }

  /** The mailbox's server that the stored password was given for; null when none is stored. */
  @Nullable MailServer imapToldPassword() {
    return passwords.imap() == null ? null : settings.mailbox().imap();
  }
}
