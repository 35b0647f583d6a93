package dev.drumbeat.reply.classification;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.Phrases;
import dev.drumbeat.mail.failure.Failures;
import dev.drumbeat.mail.failure.StatusCode;
import dev.drumbeat.reply.classification.Classification.Bounce;
import dev.drumbeat.reply.classification.Classification.Complaint;
import dev.drumbeat.reply.classification.Classification.Notice;
import dev.drumbeat.reply.classification.Classification.ReadReceipt;
import dev.drumbeat.reply.classification.Classification.UnsubscribeRequest;
import dev.drumbeat.reply.incoming.Headers;
import dev.drumbeat.reply.incoming.IncomingMail;
import dev.drumbeat.reply.incoming.MailPart;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reports that are no bounces: about spam (RFC 5965) and about reading (RFC 8098). */
final class Reports {

  private static final Phrases REFUSED = Phrases.of(Reports.class, "bounce-texts");
  private static final Set<String> COMPLAINTS = Set.of("abuse", "fraud", "virus", "other", "");

  private Reports() {}

  /** What a feedback report says. */
  static Optional<Classification> feedback(IncomingMail mail) {
    return mail.part("message/feedback-report").map(part -> feedback(mail, part));
  }

  private static Classification feedback(IncomingMail mail, MailPart part) {
    Headers report = Headers.of(part.text());
    String type = report.lower("Feedback-Type");
    List<String> evidence = List.of("feedback-type: " + type);
    if (type.startsWith("opt-out")) {
      return new UnsubscribeRequest(OriginalMessage.id(mail), evidence);
    }
    return COMPLAINTS.contains(type)
        ? new Complaint(recipients(report), OriginalMessage.id(mail), evidence)
        : new Notice(evidence);
  }

  private static List<MailAddress> recipients(Headers report) {
    return Stream.of("Original-Rcpt-To", "Removal-Recipient")
        .flatMap(name -> report.all(name).stream())
        .flatMap(value -> Addresses.in(value).stream())
        .distinct()
        .toList();
  }

  /** What a notice about reading says. */
  static Optional<Classification> disposition(IncomingMail mail) {
    return mail.part("message/disposition-notification")
        .map(part -> disposition(mail, Headers.of(part.text())));
  }

  private static Classification disposition(IncomingMail mail, Headers notice) {
    String disposition = notice.lower("Disposition");
    List<String> evidence = List.of("disposition: " + disposition);
    String said = ReportText.of(mail.text());
    // Some servers refuse a message in this form, for a full mailbox for instance.
    return disposition.startsWith("automatic-action") && REFUSED.isIn(Phrases.plain(said))
        ? new Bounce(List.of(refused(notice, said)), OriginalMessage.id(mail), evidence)
        : new ReadReceipt(OriginalMessage.id(mail), evidence);
  }

  private static FailedRecipient refused(Headers notice, String said) {
    return new FailedRecipient(
        notice.first("Final-Recipient").flatMap(Addresses::typed).stream().toList(),
        Failures.of(said),
        StatusCode.in(said).orElse(null),
        Addresses.cut(said, 500));
  }
}
