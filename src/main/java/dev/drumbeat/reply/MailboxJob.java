package dev.drumbeat.reply;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobRunnerKey;
import dev.drumbeat.log.Fault;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccountStore;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads every mailbox, that of the account first which has waited longest; those that failed last
 * time come behind, since each may take the patience of a whole connection. A run begins none after
 * its time is up, and the next one goes on.
 */
public final class MailboxJob implements JobRunner {

  public static final JobRunnerKey KEY = JobRunnerKey.of("drumbeat.mailboxes");
  public static final Duration INTERVAL = Duration.ofMinutes(1);

  private static final Duration BUDGET = Duration.ofSeconds(45);
  private static final Duration EACH = Duration.ofSeconds(20);
  private static final Logger LOG = LoggerFactory.getLogger(MailboxJob.class);

  private final MailAccountStore accounts;
  private final MailboxStore mailboxes;
  private final MailboxReading reading;

  MailboxJob(MailAccountStore accounts, MailboxStore mailboxes, MailboxReading reading) {
    this.accounts = accounts;
    this.mailboxes = mailboxes;
    this.reading = reading;
  }

  @Override
  public JobRunnerResponse runJob(@Nullable JobRunnerRequest request) {
    try {
      return readAll(request);
    } catch (RuntimeException e) {
      LOG.error("The mailboxes could not be read; the next run tries again", Fault.of(e));
      return JobRunnerResponse.failed(e);
    }
  }

  private JobRunnerResponse readAll(@Nullable JobRunnerRequest request) {
    long end = System.nanoTime() + BUDGET.toNanos();
    int read = 0;
    Iterator<MailAccount> waiting = waiting().iterator();
    while (waiting.hasNext() && System.nanoTime() < end && !isCancelled(request)) {
      read++;
      read(waiting.next());
    }
    String left = waiting.hasNext() ? ", the others next time" : "";
    return JobRunnerResponse.success("%d mailboxes read%s".formatted(read, left));
  }

  private static boolean isCancelled(@Nullable JobRunnerRequest request) {
    return request != null && request.isCancellationRequested();
  }

  private List<MailAccount> waiting() {
    Map<Long, Mailbox> known = mailboxes.all();
    Comparator<MailAccount> longest =
        Comparator.comparing((MailAccount a) -> of(known, a).failure() != null)
            .thenComparing(a -> of(known, a).triedAt(), nullsFirst(naturalOrder()))
            .thenComparing(MailAccount::id);
    return accounts.all().stream().sorted(longest).toList();
  }

  private static Mailbox of(Map<Long, Mailbox> known, MailAccount account) {
    return known.getOrDefault(account.id(), Mailbox.unread(account.id()));
  }

  private void read(MailAccount account) {
    try {
      reading.read(account, EACH);
    } catch (RuntimeException e) {
      LOG.error(
          "{}: the mailbox could not be looked after; the next run tries again",
          account.about(),
          Fault.of(e));
    }
  }
}
