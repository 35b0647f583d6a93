package dev.drumbeat.reply;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.reply.incoming.IncomingMail;

/**
 * Knows a message again by what it is rather than by where it lies. Some machines give all their
 * messages one Message-ID, so sender and date take part.
 */
final class MessageKey {

  private MessageKey() {}

  static String of(IncomingMail mail, String newText) {
    MailAddress from = mail.from();
    String fixed =
        String.join(
            "\n",
            mail.messageId().orElseGet(() -> mail.subject() + "\n" + newText),
            from == null ? "" : from.comparison(),
            mail.headers().first("Date").orElse(""));
    return AddressKey.ofText(fixed);
  }
}
