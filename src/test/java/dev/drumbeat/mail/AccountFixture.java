package dev.drumbeat.mail;

import dev.drumbeat.mail.AccountSettings.Mailbox;
import dev.drumbeat.mail.AccountSettings.SendLimits;
import dev.drumbeat.mail.AccountSettings.Sender;

/** A mail account with sensible defaults; a test says only what matters to it. */
final class AccountFixture {

  private String name = "Sales";
  private MailServer smtp = new MailServer("smtp.example.org", 587, Security.STARTTLS, "sales");
  private MailServer imap = new MailServer("imap.example.org", 993, Security.TLS, "sales");

  static AccountFixture anAccount() {
    return new AccountFixture();
  }

  static MailAddress address(String text) {
    return ((ParsedAddress.Accepted) MailAddress.parse(text)).address();
  }

  AccountFixture named(String newName) {
    this.name = newName;
    return this;
  }

  AccountFixture sendingBy(MailServer server) {
    this.smtp = server;
    return this;
  }

  AccountFixture readBy(MailServer server) {
    this.imap = server;
    return this;
  }

  AccountSettings settings() {
    return new AccountSettings(
        name,
        new Sender(address("sales@example.org"), "Sales team", null),
        smtp,
        new Mailbox(imap, "INBOX"),
        new SendLimits(200, null, 60),
        null);
  }

  /** As a person would write it, with that password for both servers. */
  MailAccountDraft draft(String password) {
    PasswordChange set = new PasswordChange.Set(password);
    return new MailAccountDraft(
        null,
        name,
        "sales@example.org",
        "Sales team",
        null,
        new MailAccountDraft.Smtp(
            smtp.host(),
            smtp.port(),
            smtp.security().word(),
            smtp.user(),
            smtp.user() == null ? new PasswordChange.Keep() : set),
        new MailAccountDraft.Imap(
            imap.host(), imap.port(), imap.security().word(), imap.user(), set, null),
        new MailAccountDraft.Limits(200, null, 60),
        null);
  }
}
