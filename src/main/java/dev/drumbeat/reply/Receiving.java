package dev.drumbeat.reply;

import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.reply.classification.Classifier;
import dev.drumbeat.reply.incoming.IncomingMail;
import dev.drumbeat.reply.incoming.NewText;
import dev.drumbeat.reply.mailbox.FoundMail;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Turns what lies in a mailbox into rows: those messages that concern a lead, and each once. */
final class Receiving {

  private final Matcher matcher;
  private final ReplyStore replies;
  private final InstantSource clock;

  Receiving(Matcher matcher, ReplyStore replies, InstantSource clock) {
    this.matcher = matcher;
    this.replies = replies;
    this.clock = clock;
  }

  /** What became of a message: kept, known already, or nothing of ours. */
  Outcome receive(FoundMail found, MailAccount account, OwnAccounts own) {
    IncomingMail mail = found.mail();
    if (isOurs(mail, own)) {
      return Outcome.IGNORED;
    }
    String newText = NewText.of(mail.text());
    Verdict verdict = Verdict.of(Classifier.classify(mail, newText, day(found, account)));
    List<Long> accounts = own.sharing(account);
    Optional<Matched> matched = matcher.match(mail, verdict, found.receivedAt(), accounts);
    return matched
        .map(whose -> new NewReply(account.id(), found, newText, verdict, whose))
        .map(this::keep)
        .orElse(Outcome.IGNORED);
  }

  /** Our own follow-ups come back by copies and lists, and are never an answer (§12.1). */
  private boolean isOurs(IncomingMail mail, OwnAccounts own) {
    MailAddress from = mail.from();
    return (from != null && own.isOurs(from)) || matcher.isOurs(mail);
  }

  private static LocalDate day(FoundMail found, MailAccount account) {
    ZoneId zone = account.settings().zone();
    return found.receivedAt().atZone(zone == null ? ZoneOffset.UTC : zone).toLocalDate();
  }

  private Outcome keep(NewReply reply) {
    return replies.insert(reply, clock.instant()).map(Outcome::kept).orElse(Outcome.KNOWN);
  }

  /** What became of a message. */
  record Outcome(Optional<Reply> reply, boolean isIgnored) {

    static final Outcome IGNORED = new Outcome(Optional.empty(), true);
    static final Outcome KNOWN = new Outcome(Optional.empty(), false);

    static Outcome kept(Reply reply) {
      return new Outcome(Optional.of(reply), false);
    }

    /** One that is known was counted when it was kept. */
    Mailbox.Counts count(Mailbox.Counts before) {
      if (isIgnored) {
        return before.oneMoreIgnored();
      }
      return reply.isPresent() ? before.oneMoreKept() : before;
    }
  }
}
