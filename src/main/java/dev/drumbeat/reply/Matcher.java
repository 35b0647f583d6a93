package dev.drumbeat.reply;

import static java.util.stream.Collectors.toMap;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentFilter;
import dev.drumbeat.enrollment.EnrollmentStore;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.reply.incoming.IncomingMail;
import dev.drumbeat.sending.Send;
import dev.drumbeat.sending.SendStore;
import dev.drumbeat.sending.Unsubscribing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose a message is (§12.1): by the ids or links of ours that it names, for reports by
 * the recipient that they name (B7), by its sender after the first send, and else by a sender whom
 * some campaign knows. Empty when it is none of ours.
 */
final class Matcher {

  /** Servers' clocks differ from ours, and some stamp a message with whole minutes. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** A report that does not name the message comes soon. */
  private static final Duration LONGEST_REPORT = Duration.ofDays(14);

  private static final Pattern LINK =
      Pattern.compile("/drumbeat/u/([0-9a-z]{1,13}\\.[A-Za-z0-9_-]{22})");

  private static final int MOST_LINKS = 20;

  private final SendStore sends;
  private final EnrollmentStore enrollments;
  private final Unsubscribing unsubscribing;

  Matcher(SendStore sends, EnrollmentStore enrollments, Unsubscribing unsubscribing) {
    this.sends = sends;
    this.enrollments = enrollments;
    this.unsubscribing = unsubscribing;
  }

  /** Whether it is a message of ours that came back as it was. */
  boolean isOurs(IncomingMail mail) {
    return mail.messageId().isPresent() && !named(List.of(mail.messageId().get())).isEmpty();
  }

  /** The match of a message in the mailbox that these accounts read. */
  Optional<Matched> match(
      IncomingMail mail, Verdict verdict, Instant receivedAt, List<Long> accounts) {
    Message message = new Message(mail.from(), verdict, receivedAt, accounts);
    return thread(ids(mail, verdict), message)
        .or(() -> link(mail.text(), message))
        .or(() -> recipient(message))
        .or(() -> sender(message))
        .or(() -> knownLead(message));
  }

  private static List<String> ids(IncomingMail mail, Verdict verdict) {
    return Stream.concat(Stream.ofNullable(verdict.about()), mail.answeredIds().stream())
        .distinct()
        .toList();
  }

  /** The send whose id is named first belongs to the step that is answered. */
  private Optional<Matched> thread(List<String> ids, Message message) {
    Map<String, Send> ours = named(ids);
    return ids.stream()
        .map(ours::get)
        .filter(Objects::nonNull)
        .flatMap(send -> enrollments.find(send.enrollmentId()).stream().map(r -> new Ours(send, r)))
        .flatMap(one -> ours(one, "message-id: " + one.send().messageId(), message).stream())
        .findFirst();
  }

  private Map<String, Send> named(List<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : sends.byMessageIds(ids.stream().map(id -> "<" + id + ">").toList()).stream()
            .filter(send -> send.messageId() != null)
            .collect(toMap(send -> bare(send.messageId()), send -> send, (one, same) -> one));
  }

  private static String bare(@Nullable String id) {
    return id == null ? "" : id.substring(1, id.length() - 1);
  }

  /** Programs that drop the ids still quote our link (§12.1, 3). */
  private Optional<Matched> link(String text, Message message) {
    return LINK.matcher(text)
        .results()
        .limit(MOST_LINKS)
        .flatMap(link -> unsubscribing.run(link.group(1)).stream())
        .flatMap(run -> lastOf(run, message).map(send -> new Ours(send, run)).stream())
        .flatMap(one -> ours(one, "unsubscribe link", message).stream())
        .findFirst();
  }

  private Optional<Send> lastOf(Enrollment run, Message message) {
    return sends.lastTo(run.lead().addressKey(), message.receivedAt().plus(SKEW)).stream()
        .filter(send -> send.enrollmentId() == run.id())
        .findFirst();
  }

  private Optional<Matched> ours(Ours ours, String evidence, Message message) {
    boolean here = message.accounts().contains(ours.send().accountId());
    boolean named = message.names(ours.send().addressKey());
    if (!named && !message.verdict().isReport() && isAnotherLead(message.from())) {
      return Optional.empty();
    }
    Confidence agreed = here ? Confidence.CERTAIN : Confidence.STRONG;
    return Optional.of(ours.matched(named ? agreed : Confidence.PROBABLE, evidence));
  }

  /** They answer for themselves, in whose thread ever they do. */
  private boolean isAnotherLead(@Nullable MailAddress from) {
    return from != null && newest(from).isPresent();
  }

  /** Only of a report that names no message at all: one that names another's is about that. */
  private Optional<Matched> recipient(Message message) {
    if (message.verdict().about() != null || message.verdict().kind() == ReplyKind.COMPLAINT) {
      return Optional.empty();
    }
    return message.verdict().recipients().stream()
        .flatMap(address -> lastSend(address, message).stream())
        .filter(send -> message.isSoonAfter(send, LONGEST_REPORT))
        .flatMap(send -> strong(send, "recipient: " + send.address()).stream())
        .findFirst();
  }

  private Optional<Matched> sender(Message message) {
    MailAddress from = message.from();
    return from == null || message.verdict().isReport()
        ? Optional.empty()
        : lastSend(from, message).flatMap(send -> strong(send, "from: " + from.text()));
  }

  private Optional<Matched> strong(Send send, String evidence) {
    return enrollments
        .find(send.enrollmentId())
        .map(run -> new Ours(send, run).matched(Confidence.STRONG, evidence));
  }

  /** What that lead got last before the message, from this mailbox where there is such a one. */
  private Optional<Send> lastSend(MailAddress lead, Message message) {
    List<Send> before = sends.lastTo(AddressKey.of(lead), message.receivedAt().plus(SKEW));
    return before.stream()
        .filter(send -> message.accounts().contains(send.accountId()))
        .findFirst()
        .or(() -> before.stream().findFirst());
  }

  private Optional<Matched> knownLead(Message message) {
    MailAddress from = message.from();
    return from == null
        ? Optional.empty()
        : newest(from)
            .map(run -> new Matched(from, run, null, Confidence.NONE, "from: " + from.text()));
  }

  private Optional<Enrollment> newest(MailAddress lead) {
    return enrollments.page(EnrollmentFilter.ofLead(AddressKey.of(lead)), 0, 1).stream()
        .findFirst();
  }

  /** What of a message decides whose it is. */
  private record Message(
      @Nullable MailAddress from, Verdict verdict, Instant receivedAt, List<Long> accounts) {

    /** A report names its recipients, everything else its sender. */
    boolean names(String leadKey) {
      return verdict.isReport()
          ? verdict.recipients().isEmpty() || verdict.recipients().stream().anyMatch(is(leadKey))
          : Stream.ofNullable(from).anyMatch(is(leadKey));
    }

    private static Predicate<MailAddress> is(String leadKey) {
      return address -> AddressKey.of(address).equals(leadKey);
    }

    boolean isSoonAfter(Send send, Duration longest) {
      Instant handedOver = send.handedOverAt();
      return handedOver != null && !handedOver.plus(longest).isBefore(receivedAt);
    }
  }

  /** A send of ours and the run that it belongs to. */
  private record Ours(Send send, Enrollment run) {

    Matched matched(Confidence confidence, String evidence) {
      return new Matched(run.lead().address(), run, send, confidence, evidence);
    }
  }
}
