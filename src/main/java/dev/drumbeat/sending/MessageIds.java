package dev.drumbeat.sending;

import dev.drumbeat.mail.MailAddress;

/**
 * Makes the ids of our messages: always the same for the same send (H2), never one that another
 * instance would make. A letter that comes back is known by them.
 */
final class MessageIds {

  private static final int LONGEST_DOMAIN = 150;

  private MessageIds() {}

  /** With angle brackets, for example {@code <db.e12.r1.s3.4f1c9a20@example.org>}. */
  static String of(String sendKey, String instance, MailAddress from) {
    String domain = from.domain();
    return "<db.%s.%s@%s>"
        .formatted(
            sendKey, instance, domain.length() > LONGEST_DOMAIN ? "drumbeat.invalid" : domain);
  }
}
