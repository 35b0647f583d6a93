package dev.drumbeat.reply;

import static dev.drumbeat.reply.incoming.MailFixture.aMail;

import dev.drumbeat.reply.incoming.MailFixture;

/** What servers and providers write about a message of ours. */
record Reports(String recipient, String action, String status, String diagnostic) {

  static Reports aBounce(String recipient, String status, String diagnostic) {
    return new Reports(recipient, "failed", status, diagnostic);
  }

  Reports with(String otherAction) {
    return new Reports(recipient, otherAction, status, diagnostic);
  }

  /** With the id of the message that came back. */
  MailFixture of(String messageId) {
    return report("Content-Type: text/rfc822-headers\n\nMessage-ID: <" + messageId + ">");
  }

  /** Without any trace of the message. */
  MailFixture ofNothing() {
    return report("Content-Type: text/plain\n\nBye.");
  }

  private MailFixture report(String last) {
    return daemon()
        .multipart(
            "report; report-type=delivery-status",
            "Content-Type: text/plain\n\nSorry.",
            """
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; %s
            Action: %s
            Status: %s
            Diagnostic-Code: smtp; %s"""
                .formatted(recipient, action, status, diagnostic),
            last);
  }

  private static MailFixture daemon() {
    return aMail()
        .from("Mail Delivery System <mailer-daemon@mx.example>")
        .subject("Undelivered mail")
        .with("Message-ID", "<report@mx.example>");
  }

  static MailFixture aComplaint(String messageId) {
    return aComplaint(messageId, "redacted");
  }

  static MailFixture aComplaint(String messageId, String recipient) {
    return aFeedback("abuse", messageId, recipient);
  }

  static MailFixture aFeedback(String type, String messageId, String recipient) {
    return daemon()
        .multipart(
            "report; report-type=feedback-report",
            "Content-Type: text/plain\n\nThis is an abuse report.",
            """
            Content-Type: message/feedback-report

            Feedback-Type: %s
            Original-Rcpt-To: %s
            Version: 1"""
                .formatted(type, recipient),
            "Content-Type: message/rfc822\n\nMessage-ID: <" + messageId + ">\n\nHello");
  }
}
