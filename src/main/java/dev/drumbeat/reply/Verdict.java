package dev.drumbeat.reply;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.failure.Failure;
import dev.drumbeat.reply.classification.Classification;
import dev.drumbeat.reply.classification.Classification.AutoReply;
import dev.drumbeat.reply.classification.Classification.Bounce;
import dev.drumbeat.reply.classification.Classification.Complaint;
import dev.drumbeat.reply.classification.Classification.LeftCompany;
import dev.drumbeat.reply.classification.Classification.Notice;
import dev.drumbeat.reply.classification.Classification.OutOfOffice;
import dev.drumbeat.reply.classification.Classification.ReadReceipt;
import dev.drumbeat.reply.classification.Classification.UnsubscribeRequest;
import dev.drumbeat.reply.classification.FailedRecipient;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a message is, in one shape for all kinds.
 *
 * @param about the Message-ID that it says it is about, without brackets
 * @param recipients whom it names as those who did not get a message or do not want it
 */
record Verdict(
    ReplyKind kind,
    @Nullable Failure failure,
    @Nullable LocalDate returnOn,
    @Nullable String about,
    List<MailAddress> recipients,
    List<String> evidence) {

  static Verdict of(Classification found) {
    if (found instanceof Bounce bounce) {
      return bounce(bounce);
    }
    if (found instanceof Complaint complaint) {
      String about = complaint.originalMessageId();
      return new Verdict(
          ReplyKind.COMPLAINT, null, null, about, complaint.from(), complaint.evidence());
    }
    if (found instanceof OutOfOffice away) {
      return plain(ReplyKind.OUT_OF_OFFICE, away.returnOn(), null, away);
    }
    if (found instanceof UnsubscribeRequest request) {
      return plain(ReplyKind.UNSUBSCRIBE, null, request.originalMessageId(), request);
    }
    return found instanceof ReadReceipt receipt
        ? plain(ReplyKind.READ_RECEIPT, null, receipt.originalMessageId(), receipt)
        : plain(simple(found), null, null, found);
  }

  /** Whether it tells of another message; a provider may hand on a request for no more mail so. */
  boolean isReport() {
    return kind.isReport() || (kind == ReplyKind.UNSUBSCRIBE && about != null);
  }

  private static ReplyKind simple(Classification found) {
    if (found instanceof LeftCompany) {
      return ReplyKind.LEFT_COMPANY;
    }
    if (found instanceof AutoReply) {
      return ReplyKind.AUTO_REPLY;
    }
    return found instanceof Notice ? ReplyKind.NOTICE : ReplyKind.HUMAN;
  }

  private static Verdict plain(
      ReplyKind kind, @Nullable LocalDate returnOn, @Nullable String about, Classification found) {
    return new Verdict(kind, null, returnOn, about, List.of(), found.evidence());
  }

  private static Verdict bounce(Bounce bounce) {
    List<MailAddress> recipients =
        bounce.recipients().stream().map(FailedRecipient::addresses).flatMap(List::stream).toList();
    ReplyKind kind = bounce.failure() == Failure.DELAY ? ReplyKind.DELAY : ReplyKind.BOUNCE;
    return new Verdict(
        kind, bounce.failure(), null, bounce.originalMessageId(), recipients, evidence(bounce));
  }

  /** What the servers said goes with it, for those who doubt. */
  private static List<String> evidence(Bounce bounce) {
    return Stream.concat(
            bounce.evidence().stream(),
            bounce.recipients().stream()
                .map(FailedRecipient::diagnostic)
                .filter(said -> !said.isBlank()))
        .toList();
  }
}
