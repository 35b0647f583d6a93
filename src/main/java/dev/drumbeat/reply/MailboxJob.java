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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the pool read every mailbox, that of the account first which has waited longest; those that
 * failed last time come behind, since each may take the patience of a whole connection. A run
 * begins none after its time is up, and the next one goes on. What is still being read then comes
 * to its end alone; its lock keeps the next run away from it.
 */
public final class MailboxJob implements JobRunner {

  public static final JobRunnerKey KEY = JobRunnerKey.of("drumbeat.mailboxes");
  public static final Duration INTERVAL = Duration.ofMinutes(1);

  private static final Duration BUDGET = Duration.ofSeconds(45);
  private static final Duration EACH = Duration.ofSeconds(20);
  private static final Duration GLANCE = Duration.ofMillis(200);
  private static final Logger LOG = LoggerFactory.getLogger(MailboxJob.class);

  private final MailAccountStore accounts;
  private final MailboxStore mailboxes;
  private final MailboxReading reading;
  private final Executor pool;

  MailboxJob(
      MailAccountStore accounts, MailboxStore mailboxes, MailboxReading reading, Executor pool) {
    this.accounts = accounts;
    this.mailboxes = mailboxes;
    this.reading = reading;
    this.pool = pool;
  }

  @Override
  public JobRunnerResponse runJob(@Nullable JobRunnerRequest request) {
    try {
      return readAll(request);
    } catch (RuntimeException e) {
      LOG.error("The mailboxes could not be read; the next run tries again", Fault.of(e));
      return JobRunnerResponse.failed(Fault.of(e));
    }
  }

  private JobRunnerResponse readAll(@Nullable JobRunnerRequest request) {
    long end = System.nanoTime() + BUDGET.toNanos();
    BooleanSupplier isThereTime = () -> System.nanoTime() < end && !isCancelled(request);
    AtomicInteger read = new AtomicInteger();
    List<MailAccount> waiting = waiting();
    CompletableFuture<?>[] all =
        waiting.stream()
            .map(a -> CompletableFuture.runAsync(() -> read(a, isThereTime, read), pool))
            .toArray(CompletableFuture[]::new);
    await(CompletableFuture.allOf(all), isThereTime);
    int left = waiting.size() - read.get();
    return JobRunnerResponse.success(
        "%d mailboxes read%s".formatted(read.get(), left > 0 ? ", the others next time" : ""));
  }

  /** Looks up now and then, since the app may be told to stop. */
  private static void await(CompletableFuture<Void> all, BooleanSupplier isThereTime) {
    try {
      boolean isOver = isOver(all);
      while (!isOver && isThereTime.getAsBoolean()) {
        isOver = isOver(all);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static boolean isOver(CompletableFuture<Void> all)
      throws InterruptedException, ExecutionException {
    try {
      all.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
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

  private void read(MailAccount account, BooleanSupplier isThereTime, AtomicInteger read) {
    if (!isThereTime.getAsBoolean()) {
      return;
    }
    read.incrementAndGet();
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
