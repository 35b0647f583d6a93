package dev.drumbeat.reply.classification;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.failure.Failure;
import dev.drumbeat.mail.failure.Failures;
import dev.drumbeat.mail.failure.StatusCode;
import dev.drumbeat.reply.classification.Classification.Bounce;
import dev.drumbeat.reply.incoming.IncomingMail;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Bounces of servers that write for people only: no report, or none that can be read. */
final class BounceText {

  private static final int LONGEST_REASON = 1_000;

  private BounceText() {}

  /** The bounce that the text tells; empty when it tells none. */
  static Optional<Classification> read(IncomingMail mail) {
    String report = ReportText.of(mail.text());
    List<String> signs = BounceSigns.of(mail, report);
    if (signs.isEmpty()) {
      return Optional.empty();
    }
    List<FailedRecipient> displaced = DeliveryReports.displaced(mail, report);
    return Optional.of(
        new Bounce(
            displaced.isEmpty() ? recipients(mail, report) : displaced,
            OriginalMessage.id(mail),
            signs));
  }

  /** The recipients whom the text names, each with the lines about it. */
  static List<FailedRecipient> recipients(IncomingMail mail, String report) {
    boolean delayed = BounceSigns.isDelay(report);
    List<MailAddress> failed = failed(mail, report);
    Map<MailAddress, String> reasons = reasons(report, failed);
    return failed.stream()
        .map(address -> recipient(address, reasons.getOrDefault(address, ""), delayed))
        .toList();
  }

  private static FailedRecipient recipient(MailAddress address, String reason, boolean delayed) {
    return new FailedRecipient(
        List.of(address),
        delayed ? Failure.DELAY : Failures.of(reason),
        StatusCode.in(reason).orElse(null),
        Addresses.cut(reason, 500));
  }

  private static List<MailAddress> failed(IncomingMail mail, String report) {
    List<MailAddress> named =
        Addresses.in(String.join(",", mail.headers().all("X-Failed-Recipients")));
    if (!named.isEmpty()) {
      return named;
    }
    Set<MailAddress> onTheEnvelope = new HashSet<>();
    Stream.of("To", "Delivered-To", "X-Original-To", "From", "Sender", "Return-Path", "Envelope-To")
        .flatMap(name -> mail.headers().all(name).stream())
        .forEach(field -> onTheEnvelope.addAll(Addresses.in(field)));
    List<MailAddress> people =
        Addresses.in(report).stream().filter(a -> !BounceSigns.isDaemon(a)).toList();
    List<MailAddress> others = people.stream().filter(a -> !onTheEnvelope.contains(a)).toList();
    // Who writes to themselves is told of themselves.
    return others.isEmpty() ? people : others;
  }

  /** The lines from where a recipient is named to where the next one is; all for a single one. */
  private static Map<MailAddress, String> reasons(String report, List<MailAddress> failed) {
    if (failed.size() == 1) {
      return Map.of(failed.get(0), report);
    }
    Map<MailAddress, String> reasons = new HashMap<>();
    List<MailAddress> about = List.of();
    for (String line : report.lines().toList()) {
      List<MailAddress> named = Addresses.in(line).stream().filter(failed::contains).toList();
      about = named.isEmpty() ? about : named;
      about.forEach(address -> reasons.merge(address, cut(line), BounceText::append));
    }
    return reasons;
  }

  private static String cut(String line) {
    return Addresses.cut(line, LONGEST_REASON) + "\n";
  }

  private static String append(String reason, String line) {
    return Addresses.cut(reason + line, LONGEST_REASON);
  }
}
