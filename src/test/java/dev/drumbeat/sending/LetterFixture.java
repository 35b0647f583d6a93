package dev.drumbeat.sending;

import dev.drumbeat.mail.AccountHealth;
import dev.drumbeat.mail.AccountSettings;
import dev.drumbeat.mail.AccountSettings.Mailbox;
import dev.drumbeat.mail.AccountSettings.SendLimits;
import dev.drumbeat.mail.AccountSettings.Sender;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.MailServer;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.mail.StoredPasswords;
import java.time.Instant;
import java.util.List;

/** A letter with sensible defaults; a test says only what matters to it. */
final class LetterFixture {

  static final Instant NOW = Instant.parse("2026-06-04T08:00:00Z");

  private List<String> references = List.of();
  private Sender from = new Sender(address("sales@example.org"), "Sales team", null);
  private String toName = "Ada Lovelace";
  private String subject = "Hello";
  private String html = "<p>Hello</p>";
  private String text = "Hello";

  static LetterFixture aLetter() {
    return new LetterFixture();
  }

  static MailAddress address(String text) {
    return ((ParsedAddress.Accepted) MailAddress.parse(text)).address();
  }

  /** An account of that server, without a password. */
  static MailAccount account(MailServer smtp) {
    AccountSettings settings =
        new AccountSettings(
            "Sales",
            new Sender(address("sales@example.org"), "Sales team", null),
            smtp,
            new Mailbox(smtp, "INBOX"),
            new SendLimits(null, null, null),
            null);
    return new MailAccount(
        1, 1, settings, StoredPasswords.NONE, false, NOW, NOW, AccountHealth.UNKNOWN);
  }

  LetterFixture from(String name, String address, String replyTo) {
    this.from = new Sender(address(address), name, replyTo == null ? null : address(replyTo));
    return this;
  }

  LetterFixture toName(String name) {
    this.toName = name;
    return this;
  }

  LetterFixture subject(String newSubject) {
    this.subject = newSubject;
    return this;
  }

  LetterFixture html(String newHtml) {
    this.html = newHtml;
    return this;
  }

  LetterFixture text(String newText) {
    this.text = newText;
    return this;
  }

  LetterFixture answering(String... ids) {
    this.references = List.of(ids);
    return this;
  }

  Letter letter() {
    return new Letter(
        "<db.e1.r1.s2.cafe@example.org>",
        references,
        from,
        address("ada@example.org"),
        toName,
        subject,
        html,
        text,
        "https://jira.example.org/plugins/servlet/drumbeat/u/token",
        null,
        NOW);
  }
}
