package dev.drumbeat.mail;

import dev.drumbeat.mail.AccountSettings.Sender;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** The message that a test sends from an account to itself, known by an id of our own. */
public record TestMessage(String messageId, String subject, String text) {

  /** A message with a new id in the domain of that address. */
  public static TestMessage from(MailAddress address, String subject, String text) {
    return new TestMessage("<" + UUID.randomUUID() + "@" + address.domain() + ">", subject, text);
  }

  MimeMessage mime(Sender sender, Instant now) throws MessagingException {
    MimeMessage message = new WithOwnId(messageId);
    message.setFrom(from(sender));
    message.setRecipients(MimeMessage.RecipientType.TO, sender.address().text());
    message.setSubject(subject, StandardCharsets.UTF_8.name());
    message.setText(text, StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(now));
    // RFC 3834: no vacation notice should answer this.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  private static InternetAddress from(Sender sender) throws MessagingException {
    try {
      return new InternetAddress(
          sender.address().text(), sender.displayName(), StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Jakarta Mail replaces the id whenever it saves. */
  private static final class WithOwnId extends MimeMessage {

    private final String id;

    WithOwnId(String id) {
      super((Session) null);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
