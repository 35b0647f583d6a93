package dev.drumbeat.mail;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobRunnerKey;
import dev.drumbeat.log.Fault;
import dev.drumbeat.log.Why;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks every account that is not paused: connects and logs in, sends nothing. The scheduler's few
 * threads are everybody's, so a run begins no check after its time is up; the next one goes on with
 * the accounts that have waited longest.
 */
public final class HealthJob implements JobRunner {

  public static final JobRunnerKey KEY = JobRunnerKey.of("drumbeat.mail.health");
  public static final Duration INTERVAL = Duration.ofMinutes(15);

  private static final Duration BUDGET = Duration.ofSeconds(45);
  private static final Logger LOG = LoggerFactory.getLogger(HealthJob.class);

  private final MailAccountStore store;
  private final Probe probe;
  private final InstantSource clock;
  private final Duration budget;

  public HealthJob(MailAccountStore store, Probe probe, InstantSource clock) {
    this(store, probe, clock, BUDGET);
  }

  HealthJob(MailAccountStore store, Probe probe, InstantSource clock, Duration budget) {
    this.store = store;
    this.probe = probe;
    this.clock = clock;
    this.budget = budget;
  }

  @Override
  public JobRunnerResponse runJob(JobRunnerRequest request) {
    try {
      return checkAll(request);
    } catch (RuntimeException e) {
      LOG.error("The mail accounts could not be checked; the next run tries again", Fault.of(e));
      return JobRunnerResponse.failed(Fault.of(e));
    }
  }

  private JobRunnerResponse checkAll(JobRunnerRequest request) {
    long end = System.nanoTime() + budget.toNanos();
    int checked = 0;
    int bad = 0;
    Iterator<MailAccount> waiting = store.toCheck().iterator();
    while (waiting.hasNext() && System.nanoTime() < end && !request.isCancellationRequested()) {
      checked++;
      bad += isGood(waiting.next()) ? 0 : 1;
    }
    String left = waiting.hasNext() ? ", the others next time" : "";
    return JobRunnerResponse.success(
        "%d mail accounts checked, %d of them not in order%s".formatted(checked, bad, left));
  }

  /** Once for each change, since it is looked at again and again. */
  private static void tell(MailAccount account, AccountHealth found) {
    AccountHealth before = account.health();
    boolean failedBefore = before.smtp().hasFailed() || before.imap().hasFailed();
    boolean fails = found.smtp().hasFailed() || found.imap().hasFailed();
    if (fails && !failedBefore) {
      LOG.warn(
          "{}: the check found a fault, smtp {} imap {}",
          account.about(),
          Why.of(found.smtp().reason()),
          Why.of(found.imap().reason()));
    } else if (!fails && failedBefore) {
      LOG.info("{}: the check found it in order again", account.about());
    }
  }

  /** One account that cannot even be checked must not keep the others from it. */
  private boolean isGood(MailAccount account) {
    try {
      AccountHealth found =
          account.health().after(probe.smtp(account), probe.imap(account), clock.instant());
      store.recordHealth(account, found);
      tell(account, found);
      return found.isGood();
    } catch (RuntimeException e) {
      LOG.warn(
          "{}: it could not be checked; the next run tries again", account.about(), Fault.of(e));
      return false;
    }
  }
}
