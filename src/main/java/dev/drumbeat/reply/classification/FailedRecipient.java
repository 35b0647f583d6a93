package dev.drumbeat.reply.classification;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.failure.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recipient whose message was not delivered.
 *
 * @param addresses under which the report names the recipient: as it was written to, and where it
 *     was forwarded
 * @param status enhanced status code such as {@code 5.1.1}, if there is one
 * @param diagnostic what the server said, cut to 500 characters
 */
public record FailedRecipient(
    List<MailAddress> addresses, Failure failure, @Nullable String status, String diagnostic) {}
