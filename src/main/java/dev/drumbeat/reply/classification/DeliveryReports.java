package dev.drumbeat.reply.classification;

import dev.drumbeat.mail.failure.Failures;
import dev.drumbeat.mail.failure.StatusCode;
import dev.drumbeat.reply.classification.Classification.Bounce;
import dev.drumbeat.reply.classification.Classification.Notice;
import dev.drumbeat.reply.incoming.Headers;
import dev.drumbeat.reply.incoming.IncomingMail;
import dev.drumbeat.reply.incoming.MailPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Delivery status notifications in the form of RFC 3464. */
final class DeliveryReports {

  private static final Set<String> TYPES =
      Set.of("message/delivery-status", "message/global-delivery-status");
  private static final Set<String> GOOD = Set.of("delivered", "relayed", "expanded");
  private static final int MOST_RECIPIENTS = 50;

  private DeliveryReports() {}

  /** The bounce that a report tells, or the notice when all went well; empty without a report. */
  static Optional<Classification> read(IncomingMail mail) {
    return mail.parts().stream()
        .filter(part -> !part.enclosed() && TYPES.contains(part.type()))
        .map(part -> groups(part.text()))
        .filter(groups -> !groups.isEmpty())
        .findFirst()
        .map(groups -> verdict(mail, groups));
  }

  private static Classification verdict(IncomingMail mail, List<Headers> groups) {
    List<String> evidence = List.of("delivery-status: " + groups.get(0).lower("Action"));
    String said = ReportText.of(mail.text());
    List<FailedRecipient> failed = failed(groups, said);
    if (failed.isEmpty()) {
      return new Notice(evidence);
    }
    boolean named = failed.stream().anyMatch(recipient -> !recipient.addresses().isEmpty());
    return new Bounce(
        named ? failed : BounceText.recipients(mail, said), OriginalMessage.id(mail), evidence);
  }

  /** The recipients of a report that was forwarded, or pasted into the text of a bounce. */
  static List<FailedRecipient> displaced(IncomingMail mail, String said) {
    return Stream.concat(
            mail.parts().stream().filter(p -> TYPES.contains(p.type())).map(MailPart::text),
            Stream.of(mail.text()))
        .map(text -> failed(groups(text), said))
        .filter(failed -> !failed.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<FailedRecipient> failed(List<Headers> groups, String said) {
    return groups.stream()
        .filter(group -> !GOOD.contains(group.lower("Action")))
        .map(group -> recipient(group, said))
        .toList();
  }

  /** The fields of each recipient; those of the message as a whole stand before them. */
  private static List<Headers> groups(String report) {
    List<Headers> groups = new ArrayList<>();
    for (String group : report.replace("\r\n", "\n").replace('\r', '\n').split("\n[ \t]*\n", -1)) {
      if (groups.size() == MOST_RECIPIENTS) {
        break;
      }
      Headers fields = Headers.of(group);
      if (isRecipient(fields)) {
        groups.add(fields);
      }
    }
    return groups;
  }

  private static boolean isRecipient(Headers fields) {
    return fields.has("Final-Recipient")
        || fields.has("Original-Recipient")
        || (fields.has("Action") && fields.has("Status"));
  }

  private static FailedRecipient recipient(Headers group, String said) {
    String diagnostic = group.first("Diagnostic-Code").orElse("");
    String status = group.first("Status").orElse("");
    return new FailedRecipient(
        Stream.of("Original-Recipient", "Final-Recipient", "X-Actual-Recipient")
            .flatMap(name -> group.all(name).stream())
            .flatMap(value -> Addresses.typed(value).stream())
            .distinct()
            .toList(),
        Failures.of(group.lower("Action"), status, diagnostic, said),
        StatusCode.in(status).or(() -> StatusCode.in(diagnostic)).orElse(null),
        Addresses.cut(diagnostic, 500));
  }
}
