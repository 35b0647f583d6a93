package dev.drumbeat.host.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes what people and mail servers answer to a message, as it comes over the wire. */
public record Answer(MimeMessage to, String from, Instant now) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Somebody types a few words above the quoted message. */
  public byte[] words(String words) throws MessagingException {
    return message(
        from,
        "Re: " + to.getSubject(),
        "Content-Type: text/plain; charset=UTF-8",
        words
            + "\r\n\r\nOn our last contact you wrote:\r\n> Hello,\r\n> do you have a minute?\r\n");
  }

  /** A mail program answers for somebody who is away (RFC 3834). */
  public byte[] away(Instant until) throws MessagingException {
    String day = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(until);
    return message(
        from,
        "Automatic reply: " + to.getSubject(),
        "Auto-Submitted: auto-replied\r\nContent-Type: text/plain; charset=UTF-8",
        "Thank you for your message. I am out of the office and will be back on " + day + ".\r\n");
  }

  /** A mail server reports that there is no such address (RFC 3464). */
  public byte[] noSuchAddress() throws MessagingException {
    return message(
        "Mail Delivery System <mailer-daemon@example.com>",
        "Undelivered Mail Returned to Sender",
        "Auto-Submitted: auto-replied\r\nContent-Type: multipart/report;"
            + " report-type=delivery-status; boundary=\"=report\"",
        """
        --=report\r
        Content-Type: text/plain; charset=us-ascii\r
        \r
        Your message could not be delivered to %1$s: user unknown.\r
        --=report\r
        Content-Type: message/delivery-status\r
        \r
        Reporting-MTA: dns; mail.example.com\r
        \r
        Final-Recipient: rfc822; %1$s\r
        Action: failed\r
        Status: 5.1.1\r
        Diagnostic-Code: smtp; 550 5.1.1 <%1$s>: user unknown\r
        \r
        --=report\r
        Content-Type: text/rfc822-headers\r
        \r
        Message-ID: %2$s\r
        To: %1$s\r
        \r
        --=report--\r
        """
            .formatted(from, to.getMessageID()));
  }

  private byte[] message(String author, String subject, String headers, String body)
      throws MessagingException {
    String ours = to.getFrom()[0].toString();
    return """
    From: %s\r
    To: %s\r
    Subject: %s\r
    Date: %s\r
    Message-ID: <%s@demo.example>\r
    In-Reply-To: %s\r
    References: %s\r
    MIME-Version: 1.0\r
    %s\r
    \r
    %s"""
        .formatted(
            author,
            ours,
            subject,
            DATE.format(now),
            Integer.toHexString((author + to.getMessageID()).hashCode()),
            to.getMessageID(),
            to.getMessageID(),
            headers,
            body)
        .getBytes(StandardCharsets.UTF_8);
  }
}
