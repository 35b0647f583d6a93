package dev.drumbeat.sending;

import dev.drumbeat.mail.AccountSettings.Sender;
import dev.drumbeat.mail.MailAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a message says, before it is written as one.
 *
 * @param messageId with its angle brackets
 * @param references ids of the messages before it in its thread, oldest first; empty begins one
 * @param html null for a message of text alone
 * @param unsubscribeUrl null on mail that nobody can unsubscribe from
 * @param variant the variant of its step, null when it has none
 */
record Letter(
    String messageId,
    List<String> references,
    Sender from,
    MailAddress to,
    @Nullable String toName,
    String subject,
    @Nullable String html,
    String text,
    @Nullable String unsubscribeUrl,
    @Nullable String variant,
    Instant date) {

  Letter {
    references = List.copyOf(references);
  }
}
