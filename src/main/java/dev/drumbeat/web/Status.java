package dev.drumbeat.web;

import dev.drumbeat.enrollment.EnrollmentStore;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.reply.Mailbox;
import dev.drumbeat.reply.MailboxStore;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sending.SendStore;
import dev.drumbeat.sending.SendingSwitch;
import dev.drumbeat.sending.ShardStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is mail going out, and if not, why not? Everybody gets the sentence, administrators the rest. */
public final class Status {

  private static final Duration HOUR = Duration.ofHours(1);

  private final SendingSwitch sending;
  private final MailAccountStore accounts;
  private final EnrollmentStore enrollments;
  private final SendStore sends;
  private final ShardStore shards;
  private final MailboxStore mailboxes;
  private final Installation installation;
  private final InstantSource clock;

  public Status(
      SendingSwitch sending,
      MailAccountStore accounts,
      EnrollmentStore enrollments,
      SendStore sends,
      ShardStore shards,
      MailboxStore mailboxes,
      Installation installation,
      InstantSource clock) {
    this.sending = sending;
    this.accounts = accounts;
    this.enrollments = enrollments;
    this.sends = sends;
    this.shards = shards;
    this.mailboxes = mailboxes;
    this.installation = installation;
    this.clock = clock;
  }

  /** How everything is, as far as it concerns the reader. */
  public StatusView of(Actor reader, Answers answers) {
    reader.mustHave(Right.USE_CAMPAIGNS);
    Instant now = clock.instant();
    Map<Long, Mailbox> read = mailboxes.all();
    List<AccountStatus> all = accounts.all().stream().map(account -> of(account, now)).toList();
    StatusView.Sending first = sending(all, read, now, answers);
    return reader.has(Right.ADMINISTER)
        ? StatusView.of(first, all, read, now, answers, installation)
        : StatusView.of(first);
  }

  private AccountStatus of(MailAccount account, Instant now) {
    return new AccountStatus(
        account,
        shards.find(account.id()),
        enrollments.backlog(account.id(), now),
        sends.handedOverSince(account.id(), now.minus(HOUR)));
  }

  private StatusView.Sending sending(
      List<AccountStatus> all, Map<Long, Mailbox> read, Instant now, Answers answers) {
    Optional<Reason> hold = sending.hold();
    int due = all.stream().mapToInt(each -> each.backlog().due()).sum();
    return new StatusView.Sending(
        hold.isEmpty(),
        hold.map(answers::text).orElse(null),
        answers.text(hold.orElseGet(() -> sentence(all, read, due, now))),
        due);
  }

  /** The worst that there is to say. */
  private static Reason sentence(
      List<AccountStatus> all, Map<Long, Mailbox> read, int due, Instant now) {
    if (all.stream().anyMatch(each -> each.isStalled(now))) {
      return Reason.of("drumbeat.status.stalled", due);
    }
    long failing = all.stream().filter(AccountStatus::isFailing).count();
    if (failing > 0) {
      return Reason.of("drumbeat.status.failing", due, failing);
    }
    long unread = all.stream().filter(each -> isFailing(read.get(each.account().id()))).count();
    if (unread > 0) {
      return Reason.of("drumbeat.status.unread", due, unread);
    }
    int perHour = all.stream().mapToInt(AccountStatus::perHour).sum();
    return due == 0
        ? Reason.of("drumbeat.status.idle")
        : Reason.of("drumbeat.status.going", due, perHour);
  }

  private static boolean isFailing(@Nullable Mailbox mailbox) {
    return mailbox != null && mailbox.failure() != null;
  }
}
