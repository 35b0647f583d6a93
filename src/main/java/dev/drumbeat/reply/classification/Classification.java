package dev.drumbeat.reply.classification;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.failure.Failure;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message is (semantics 12.2). The evidence names the header, the phrase or the report that
 * decided, for those who doubt the verdict.
 */
public sealed interface Classification {

  /** What the verdict rests on, the strongest first; empty when nothing spoke for a machine. */
  List<String> evidence();

  /** Somebody wrote it. */
  record Human(List<String> evidence) implements Classification {}

  /** Somebody, or their mail program for them, wants no more mail. */
  record UnsubscribeRequest(@Nullable String originalMessageId, List<String> evidence)
      implements Classification {}

  /** A machine says that its owner is away; the date is the day of return where one is named. */
  record OutOfOffice(@Nullable LocalDate returnOn, List<String> evidence)
      implements Classification {}

  /** A machine says that its owner works elsewhere now. */
  record LeftCompany(List<String> evidence) implements Classification {}

  /** A machine answered, and nothing follows from it: a receipt, a ticket number, a challenge. */
  record AutoReply(List<String> evidence) implements Classification {}

  /** A message was not delivered, or not yet. */
  record Bounce(
      List<FailedRecipient> recipients, @Nullable String originalMessageId, List<String> evidence)
      implements Classification {

    /** The gravest failure in it; unknown when no recipient is named. */
    public Failure failure() {
      return recipients.stream()
          .map(FailedRecipient::failure)
          .min(Failure.GRAVEST)
          .orElse(Failure.UNKNOWN);
    }
  }

  /** Somebody called a message spam, and their provider tells (RFC 5965). */
  record Complaint(
      List<MailAddress> from, @Nullable String originalMessageId, List<String> evidence)
      implements Classification {}

  /** A message was displayed, or deleted unread (RFC 8098). */
  record ReadReceipt(@Nullable String originalMessageId, List<String> evidence)
      implements Classification {}

  /** Nothing that concerns a campaign: a newsletter, a report of success. */
  record Notice(List<String> evidence) implements Classification {}
}
