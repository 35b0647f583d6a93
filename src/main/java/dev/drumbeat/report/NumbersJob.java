package dev.drumbeat.report;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobRunnerKey;
import dev.drumbeat.enrollment.Tallies;
import dev.drumbeat.log.Fault;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the numbers of campaigns quick to read, once for the cluster: folds what was added since,
 * and counts campaigns that were never counted. Numbers are right without it.
 */
public final class NumbersJob implements JobRunner {

  public static final JobRunnerKey KEY = JobRunnerKey.of("drumbeat.numbers");
  public static final Duration INTERVAL = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(NumbersJob.class);
  private static final int SLICE = 500;
  private static final long BUDGET_NANOS = Duration.ofSeconds(30).toNanos();

  private final Recount recount;
  private final Tallies tallies;

  public NumbersJob(Recount recount, Tallies tallies) {
    this.recount = recount;
    this.tallies = tallies;
  }

  @Override
  public JobRunnerResponse runJob(JobRunnerRequest request) {
    try {
      long end = System.nanoTime() + BUDGET_NANOS;
      BooleanSupplier isThereTime =
          () -> System.nanoTime() < end && !request.isCancellationRequested();
      int folded = fold(isThereTime);
      // Last, since it may take long or fail for one old campaign, and the others must not wait.
      recount.run(isThereTime);
      return JobRunnerResponse.success(folded + " amounts folded");
    } catch (RuntimeException e) {
      LOG.error(
          "The numbers of campaigns could not be folded; the next run tries again", Fault.of(e));
      return JobRunnerResponse.failed(Fault.of(e));
    }
  }

  private int fold(BooleanSupplier isThereTime) {
    int folded = 0;
    int slice = tallies.fold(SLICE);
    while (slice > 0) {
      folded += slice;
      slice = isThereTime.getAsBoolean() ? tallies.fold(SLICE) : 0;
    }
    return folded;
  }
}
