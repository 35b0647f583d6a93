package dev.drumbeat.sending;

import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.SendOutcome.Deferred;
import dev.drumbeat.sending.SendOutcome.Scope;
import dev.drumbeat.sending.SendOutcome.Unknown;
import dev.drumbeat.sending.SendOutcome.Withheld;
import dev.drumbeat.sequence.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes one due run through the checks, the claim, the hand-over and its outcome. */
final class OneRun {

  private static final Duration BUSY = Duration.ofMinutes(2);

  private final InstantSource clock;
  private final UpToDate upToDate;
  private final Checks checks;
  private final Junction junction;
  private final TaskDesk tasks;
  private final Letters letters;
  private final Claims claims;
  private final HandOver handOver;
  private final Outcomes outcomes;
  private final Aftermath aftermath;

  OneRun(
      InstantSource clock,
      UpToDate upToDate,
      Checks checks,
      Junction junction,
      TaskDesk tasks,
      Letters letters,
      Claims claims,
      HandOver handOver,
      Outcomes outcomes,
      Aftermath aftermath) {
    this.clock = clock;
    this.upToDate = upToDate;
    this.checks = checks;
    this.junction = junction;
    this.tasks = tasks;
    this.letters = letters;
    this.claims = claims;
    this.handOver = handOver;
    this.outcomes = outcomes;
    this.aftermath = aftermath;
  }

  /** Answers what is wrong with the account or the database, if that showed. */
  Optional<Reason> send(Enrollment found, Slice slice) {
    Optional<Enrollment> placed = upToDate.of(found, slice.campaign(found.campaignId()));
    return placed.isPresent() ? sendPlaced(placed.get(), slice) : Optional.empty();
  }

  private Optional<Reason> sendPlaced(Enrollment run, Slice slice) {
    Optional<Running> running = slice.running(run);
    if (running.isEmpty()) {
      aftermath.ofLoss(run, Reason.of("drumbeat.wait.campaign-gone"));
      return Optional.empty();
    }
    Due due = new Due(run, running.get(), slice.account(), clock.instant());
    Optional<Hindrance> hindrance =
        checks
            .beforeWriting(due, slice.tenure().shard().idle())
            .or(() -> checks.beforeDeciding(due))
            .or(() -> junction.decide(due))
            .or(() -> task(due));
    if (hindrance.isPresent()) {
      return hindered(due, hindrance.get());
    }
    Written written = letters.write(due, variantBefore(due));
    if (written instanceof Written.Ready ready) {
      Optional<Hindrance> later = checks.beforeClaiming(due);
      return later.isPresent() ? hindered(due, later.get()) : claim(due, ready, slice);
    }
    return hindered(due, ((Written.Not) written).hindrance());
  }

  /** What a run was once given stays its own, however often it is tried (A1). */
  private @Nullable String variantBefore(Due due) {
    return due.step().mail().variants().isEmpty()
        ? null
        : claims.of(due.run()).map(Send::variant).orElse(null);
  }

  private Optional<Hindrance> task(Due due) {
    Task task = due.step().task();
    return task == null
        ? Optional.empty()
        : checks.beforeTask(due).or(() -> Optional.of(tasks.make(due, task)));
  }

  private Optional<Reason> hindered(Due due, Hindrance hindrance) {
    aftermath.of(due, hindrance);
    return Optional.empty();
  }

  private Optional<Reason> claim(Due due, Written.Ready ready, Slice slice) {
    // A server that is not there keeps nobody's place.
    Optional<Reason> trouble = slice.courier().open();
    if (trouble.isPresent()) {
      return trouble;
    }
    Optional<Send> claimed = claims.claim(due.run(), ready.letter());
    if (claimed.isEmpty()) {
      Instant later = due.now().plus(BUSY);
      return hindered(due, new Hindrance.PutOff(later, Reason.of("drumbeat.wait.busy")));
    }
    return handOver(new Attempt(due, claimed.get(), ready.letter(), ready.thread()), slice);
  }

  private Optional<Reason> handOver(Attempt attempt, Slice slice) {
    SendOutcome outcome;
    try {
      outcome = handOver.over(slice.courier(), attempt, slice.mailboxReadAt());
    } catch (RuntimeException e) {
      // If it was marked it stays so, and becomes unknown: nobody knows what has left.
      claims.giveBack(attempt.send());
      throw e;
    }
    if (outcome instanceof Withheld) {
      slice.forget(attempt.run().campaignId());
    }
    return outcomes.record(attempt, outcome)
        ? trouble(outcome)
        : Optional.of(Reason.of("drumbeat.hold.database"));
  }

  /** Also when the doubts begin: each would cost another lead. */
  private static Optional<Reason> trouble(SendOutcome outcome) {
    if (outcome instanceof Unknown unknown) {
      return Optional.of(unknown.reason());
    }
    return outcome instanceof Deferred deferred && deferred.scope() == Scope.ACCOUNT
        ? Optional.of(deferred.reason())
        : Optional.empty();
  }
}
