package dev.drumbeat.reply;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import dev.drumbeat.log.Fault;
import dev.drumbeat.log.Why;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.mail.MailFault;
import dev.drumbeat.reply.mailbox.MailboxReader;
import dev.drumbeat.reply.mailbox.Position;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.AnswersFirst;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailboxes of accounts, one reader for each at a time. Accounts that do not send are
 * read like others: people go on answering (P1).
 */
public final class MailboxReading implements AnswersFirst {

  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Logger LOG = LoggerFactory.getLogger(MailboxReading.class);

  private final MailAccountStore accounts;
  private final MailboxStore mailboxes;
  private final MailboxReader reader;
  private final Receiving receiving;
  private final ReplyWork work;
  private final ClusterLockService locks;
  private final InstantSource clock;

  MailboxReading(
      MailAccountStore accounts,
      MailboxStore mailboxes,
      MailboxReader reader,
      Receiving receiving,
      ReplyWork work,
      ClusterLockService locks,
      InstantSource clock) {
    this.accounts = accounts;
    this.mailboxes = mailboxes;
    this.reader = reader;
    this.receiving = receiving;
    this.work = work;
    this.locks = locks;
    this.clock = clock;
  }

  /** Empty also when it cannot be read now: nobody knows who has answered then. */
  @Override
  public Optional<Instant> readBefore(long accountId) {
    if (!isFresh(mailboxes.get(accountId).triedAt())) {
      accounts.find(accountId).ifPresent(account -> read(account, LONGEST, LONGEST));
    }
    Mailbox now = mailboxes.get(accountId);
    boolean known = now.failure() == null && work.isApplied(accountId);
    return known ? Optional.ofNullable(now.readAt()).filter(this::hasPassed) : Optional.empty();
  }

  private boolean isFresh(@Nullable Instant triedAt) {
    return triedAt != null && hasPassed(triedAt) && !triedAt.plus(FRESH).isBefore(clock.instant());
  }

  /** A clock that was set back has left moments that are still to come; they say nothing. */
  private boolean hasPassed(Instant moment) {
    return !moment.isAfter(clock.instant());
  }

  /** Reads what is new, for so long at most; leaves it to another reader who is at it. */
  void read(MailAccount account, Duration budget) {
    read(account, budget, Duration.ZERO);
  }

  private void read(MailAccount account, Duration budget, Duration patience) {
    ClusterLock lock = locks.getLockForName("drumbeat.mailbox." + account.id());
    if (!isLocked(lock, patience)) {
      return;
    }
    try {
      mailboxes.prepare(account.id());
      work.goOn(account.id());
      readNew(account, System.nanoTime() + budget.toNanos());
    } finally {
      lock.unlock();
    }
  }

  private static boolean isLocked(ClusterLock lock, Duration patience) {
    try {
      return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void readNew(MailAccount account, long end) {
    // What comes in while it is read belongs to the next reading.
    Instant now = clock.instant();
    Reason before = mailboxes.get(account.id()).failure();
    try {
      boolean toItsEnd = visit(account, end);
      mailboxes.read(account.id(), toItsEnd ? now : null, now);
      if (before != null) {
        LOG.info("{}: the mailbox is read again", account.about());
      }
    } catch (MessagingException | RuntimeException e) {
      Reason why = MailFault.reason(e, account.settings().mailbox().imap());
      tell(account, before, why, e);
      mailboxes.failed(account.id(), why, now);
    }
  }

  /** Once for each change, since it is tried each minute. */
  private static void tell(
      MailAccount account, @Nullable Reason before, Reason why, Exception thrown) {
    if (before == null) {
      LOG.warn(
          "{}: the mailbox cannot be read; follow-ups wait until it can ({})",
          account.about(),
          Why.of(why));
    }
    LOG.debug("{}: the mailbox cannot be read: {}", account.about(), Fault.line(thrown));
  }

  private boolean visit(MailAccount account, long end) throws MessagingException {
    OwnAccounts own = new OwnAccounts(accounts.all());
    MailboxVisit visit =
        new MailboxVisit(
            account,
            own,
            receiving,
            work::goOn,
            mailboxes,
            () -> System.nanoTime() < end && !mailboxes.isClosing());
    // A server's dates know no fractions of a second.
    Instant since = account.createdAt().truncatedTo(ChronoUnit.SECONDS);
    return reader.read(account, position(account), since, visit);
  }

  /** Positions in another mailbox than today's are worth nothing. */
  private @Nullable Position position(MailAccount account) {
    Mailbox known = mailboxes.get(account.id());
    return OwnAccounts.placeKey(account).equals(known.placeKey()) ? known.position() : null;
  }
}
