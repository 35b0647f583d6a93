package dev.drumbeat.health;

import dev.drumbeat.enrollment.Backlog;
import dev.drumbeat.enrollment.EnrollmentStore;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.reply.Mailbox;
import dev.drumbeat.reply.MailboxStore;
import dev.drumbeat.sending.SendStore;
import dev.drumbeat.sending.Shard;
import dev.drumbeat.sending.ShardStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What all mail accounts do now, in as many statements however many there are. */
public final class Accounts {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Backlog NOTHING = new Backlog(0, null);

  private final MailAccountStore accounts;
  private final EnrollmentStore enrollments;
  private final SendStore sends;
  private final ShardStore shards;
  private final MailboxStore mailboxes;

  public Accounts(
      MailAccountStore accounts,
      EnrollmentStore enrollments,
      SendStore sends,
      ShardStore shards,
      MailboxStore mailboxes) {
    this.accounts = accounts;
    this.enrollments = enrollments;
    this.sends = sends;
    this.shards = shards;
    this.mailboxes = mailboxes;
  }

  /** All of them by id. */
  List<AccountStatus> at(Instant now) {
    List<MailAccount> all = accounts.all();
    List<Long> ids = all.stream().map(MailAccount::id).toList();
    Map<Long, Backlog> due = enrollments.backlogs(ids, now);
    Map<Long, Integer> left = sends.handedOverSince(ids, now.minus(HOUR));
    Map<Long, Mailbox> read = mailboxes.all();
    Map<Long, Shard> last =
        shards.all().stream().collect(Collectors.toMap(Shard::accountId, Function.identity()));
    return all.stream()
        .sorted(Comparator.comparing(MailAccount::id))
        .map(
            account ->
                new AccountStatus(
                    account,
                    Optional.ofNullable(last.get(account.id())),
                    due.getOrDefault(account.id(), NOTHING),
                    left.getOrDefault(account.id(), 0),
                    read.get(account.id())))
        .toList();
  }
}
