package dev.drumbeat.reply.classification;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.Phrases;
import dev.drumbeat.reply.incoming.IncomingMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Signs that a message without a report is a bounce all the same. */
final class BounceSigns {

  private static final Phrases SUBJECTS = Phrases.of(BounceSigns.class, "bounce-subjects");
  private static final Phrases TEXTS = Phrases.of(BounceSigns.class, "bounce-texts");
  private static final Phrases DELAYS = Phrases.of(BounceSigns.class, "bounce-delays");

  private static final Set<String> DAEMONS =
      Set.of(
          "mailer-daemon", "mailerdaemon", "mail-daemon", "postmaster", "post_master", "mdaemon");
  private static final Pattern DAEMON_NAME =
      Pattern.compile("mailer[- ]daemon|mail deliver|postmaster|mail administrator");
  private static final Pattern ANSWERED =
      Pattern.compile("^(re|aw|sv|fw|fwd|wg|tr|rv|odp|vs)\\s?:.*");

  private BounceSigns() {}

  /** What speaks for a bounce; empty when it is none. */
  static List<String> of(IncomingMail mail, String report) {
    if (mail.headers().has("X-Failed-Recipients")) {
      return List.of("x-failed-recipients");
    }
    if (mail.headers().lower("Content-Type").contains("report-type=delivery-status")) {
      return List.of("content-type: delivery-status");
    }
    return words(mail, Phrases.plain(report));
  }

  /** A daemon alone may also send notices, and a phrase alone may be quoted by a person. */
  private static List<String> words(IncomingMail mail, String report) {
    List<String> signs = new ArrayList<>();
    Optional<String> daemon = daemon(mail);
    daemon.ifPresent(from -> signs.add("from: " + from));
    SUBJECTS
        .find(Phrases.plain(Addresses.cut(mail.subject(), 300)))
        .ifPresent(words -> signs.add("subject: " + words));
    TEXTS
        .find(report)
        .or(() -> DELAYS.find(report))
        .ifPresent(words -> signs.add("text: " + words));
    return signs.size() >= 2 && (daemon.isPresent() || !isAnswer(mail)) ? signs : List.of();
  }

  /** People answer and forward bounces; their mail answers another or says so in its subject. */
  private static boolean isAnswer(IncomingMail mail) {
    return !mail.answeredIds().isEmpty()
        || ANSWERED.matcher(mail.subject().strip().toLowerCase(Locale.ROOT)).matches();
  }

  private static Optional<String> daemon(IncomingMail mail) {
    String from = Addresses.cut(mail.headers().lower("From"), 300);
    MailAddress address = mail.from();
    boolean named = address != null && isDaemon(address);
    if (named || DAEMON_NAME.matcher(from).find()) {
      return Optional.of(Addresses.cut(from, 100));
    }
    return mail.headers().lower("Return-Path").equals("<>") ? Optional.of("<>") : Optional.empty();
  }

  /** Whether nobody lives at that address but a mail server. */
  static boolean isDaemon(MailAddress address) {
    return DAEMONS.contains(address.local().toLowerCase(Locale.ROOT));
  }

  /** Whether a server says that it goes on trying. */
  static boolean isDelay(String report) {
    return DELAYS.isIn(Phrases.plain(report));
  }
}
