package dev.drumbeat.sending;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.cluster.ClusterInfo;
import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobRunnerKey;
import dev.drumbeat.log.Fault;
import dev.drumbeat.request.Reason;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tick of a node: puts right what a crash has left, then lets every account with due steps be
 * worked on by the pool, a slice at a time, and waits for that within its budget. What is not done
 * by then is still due at the next tick.
 */
public final class SendingJob implements JobRunner {

  public static final JobRunnerKey KEY = JobRunnerKey.of("drumbeat.sending");
  public static final Duration INTERVAL = Duration.ofMinutes(1);

  private static final Duration BUDGET = Duration.ofSeconds(45);
  private static final Logger LOG = LoggerFactory.getLogger(SendingJob.class);

  private final SendingSwitch sending;
  private final Outcomes outcomes;
  private final Recovery recovery;
  private final Round round;

  /**
   * An engine of its own, which nobody takes for one that ran before. Leases go by a clock of their
   * own: that of the system.
   */
  public SendingJob(
      Ground ground,
      Couriers couriers,
      StepWork steps,
      SendingSwitch sending,
      AnswersFirst answers,
      ClusterLockService locks,
      ClusterInfo cluster,
      Executor pool,
      InstantSource leases) {
    Holder holder = Holder.of(cluster, leases);
    Claims claims = new Claims(ground.stores().sql(), holder, ground.stores().clock());
    Pace pace = new Pace(ground.stores().sql(), new Counts(ground.stores().sql()));
    TaskStore tasks = new TaskStore(ground.stores().sql(), ground.stores().clock());
    DateCheck dates = new DateCheck(ground.issues());
    Checks checks = new Checks(ground.suppressions(), claims, tasks, pace, dates);
    HandOver handOver = new HandOver(ground.stores(), claims, checks, pace);
    TaskAftermath ofTasks = new TaskAftermath(ground.stores(), tasks, steps.tasks(), holder);
    Aftermath aftermath = new Aftermath(ground.stores(), ground.control(), steps.moving(), ofTasks);
    TaskDesk desk = new TaskDesk(steps.letters(), tasks, steps.tasks(), steps.links(), holder);
    Mailbox mailbox = new Mailbox(ground, answers);
    ShardStore shards = new ShardStore(ground.stores().sql());
    this.sending = sending;
    this.outcomes = new Outcomes(ground.stores(), claims, ground.suppressions());
    this.recovery = new Recovery(ground, holder);
    OneRun oneRun =
        new OneRun(
            ground.stores().clock(),
            new UpToDate(
                ground,
                new SendStore(
                    ground.stores().sql(), ground.stores().events(), ground.stores().clock())),
            checks,
            steps.junction(),
            desk,
            steps.letters(),
            claims,
            handOver,
            outcomes,
            aftermath);
    SliceWork work = new SliceWork(ground, sending, couriers, mailbox, pace, oneRun, aftermath);
    this.round = new Round(ground, shards, new ShardWork(locks, shards, holder, work), pool);
  }

  @Override
  public JobRunnerResponse runJob(JobRunnerRequest request) {
    try {
      outcomes.catchUp();
      recovery.run();
      Optional<Reason> hold = sending.hold();
      return JobRunnerResponse.success(
          hold.isPresent() ? "nothing is sent: " + hold.get().key() : send());
    } catch (RuntimeException e) {
      LOG.error("What is due could not be sent; the next tick tries again", Fault.of(e));
      return JobRunnerResponse.failed(Fault.of(e));
    }
  }

  private String send() {
    int accounts = round.run(BUDGET);
    if (accounts > 0) {
      LOG.debug("Tick: mail accounts with something due: {}", accounts);
      sending.noteSends();
    }
    return accounts + " mail accounts had something to send";
  }

  /** Ends the tick that is under way; a message that is being handed over is not cut off. */
  public void stop() {
    round.stop();
  }
}
