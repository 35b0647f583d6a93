package dev.drumbeat.mail;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator sets on a mail account, checked and in normal form. Passwords are apart, in
 * {@link StoredPasswords}. Without a zone the account counts its days in the instance's.
 */
public record AccountSettings(
    String name,
    Sender sender,
    MailServer smtp,
    Mailbox mailbox,
    SendLimits limits,
    @Nullable ZoneId zone) {

  /** Whether what a check found with the others holds with these as well. */
  boolean isCheckedLike(AccountSettings others) {
    return sender.equals(others.sender)
        && smtp.equals(others.smtp)
        && mailbox.equals(others.mailbox);
  }

  /** Whom the mail is from, and where answers go if not there. */
  public record Sender(
      MailAddress address, @Nullable String displayName, @Nullable MailAddress replyTo) {}

  /** Where answers are read: a folder of an IMAP server. */
  public record Mailbox(MailServer imap, String folder) {}

  /** How much may go out; null is no limit of the account's own. The gap is in seconds. */
  public record SendLimits(
      @Nullable Integer perDay, @Nullable Integer perHour, @Nullable Integer minimumGapSeconds) {}
}
