package dev.drumbeat.sending;

import static dev.drumbeat.campaign.CampaignState.RUNNING;

import dev.drumbeat.audience.Suppression;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.enrollment.EndReason;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.PauseReason;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.Shard.Idle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is checked of a due step before anything is written, in the order of semantics §3. The first
 * hindrance counts.
 */
final class Checks {

  /** After that what nobody knows counts as sent (X4). */
  static final Duration DOUBT = Duration.ofHours(24);

  private static final Duration BUSY = Duration.ofMinutes(2);

  private final Suppressions suppressions;
  private final Claims claims;
  private final TaskStore tasks;
  private final Pace pace;
  private final DateCheck dates;

  Checks(Suppressions suppressions, Claims claims, TaskStore tasks, Pace pace, DateCheck dates) {
    this.suppressions = suppressions;
    this.claims = claims;
    this.tasks = tasks;
    this.pace = pace;
    this.dates = dates;
  }

  /** What ends or pauses the run, before its message is written. */
  Optional<Hindrance> beforeWriting(Due due, @Nullable Idle idle) {
    return first(
        due,
        List.of(
            Checks::campaign,
            this::step,
            Checks::early,
            this::suppressed,
            dates::check,
            d -> stale(d, idle)));
  }

  /** What puts the message off. */
  Optional<Hindrance> beforeClaiming(Due due) {
    return first(due, List.of(pace::lead, pace::campaign, pace::window));
  }

  /** What puts a decision off: the lead gets no mail yet (§3, 6). */
  Optional<Hindrance> beforeDeciding(Due due) {
    boolean isMail = !due.step().isTask();
    return isMail && due.step().flow().decides() ? pace.lead(due) : Optional.empty();
  }

  /** What puts a task off. */
  Optional<Hindrance> beforeTask(Due due) {
    return pace.window(due);
  }

  private static Optional<Hindrance> first(
      Due due, List<Function<Due, Optional<Hindrance>>> checks) {
    return checks.stream().flatMap(check -> check.apply(due).stream()).findFirst();
  }

  /** What the state of the campaign means for a run that does not follow it yet. */
  private static Optional<Hindrance> campaign(Due due) {
    CampaignState state = due.campaign().state();
    if (state == RUNNING) {
      return Optional.empty();
    }
    return Optional.of(
        state.isOver()
            ? new Hindrance.End(EndReason.CAMPAIGN_ENDED, EndReason.CAMPAIGN_ENDED.reason())
            : new Hindrance.Pause(
                PauseReason.CAMPAIGN_PAUSED, PauseReason.CAMPAIGN_PAUSED.reason()));
  }

  /** Whether the step is still there, and what became of an earlier attempt at it (V4, X1, X6). */
  private Optional<Hindrance> step(Due due) {
    if (due.foundStep().isEmpty()) {
      return Optional.of(
          new Hindrance.Skip(due.run().place().anchorAt(), Reason.of("drumbeat.wait.step-gone")));
    }
    return due.step().isTask()
        ? tasks.of(due.run()).flatMap(task -> earlier(task))
        : claims.of(due.run()).flatMap(send -> earlier(due, send));
  }

  private static Optional<Hindrance> earlier(OpenTask task) {
    return switch (task.state()) {
      case MAKING -> Optional.empty();
      case OPEN ->
          Optional.of(
              task.held() ? new Hindrance.Await(task) : new Hindrance.Pass(task, task.createdAt()));
      case DONE, DELETED, LEFT -> {
        Instant ended = task.endedAt();
        yield Optional.of(new Hindrance.Pass(task, ended == null ? task.createdAt() : ended));
      }
    };
  }

  private static Optional<Hindrance> earlier(Due due, Send send) {
    return switch (send.state()) {
      case PLANNED, DEFERRED, CANCELLED -> Optional.empty();
      case SENT -> Optional.of(new Hindrance.Done(send));
      case SKIPPED ->
          Optional.of(new Hindrance.Skip(due.now(), Reason.of("drumbeat.wait.skipped")));
      case REJECTED ->
          Optional.of(new Hindrance.End(EndReason.SEND_ERROR, EndReason.SEND_ERROR.reason()));
      case UNKNOWN -> Optional.of(unknown(due, send));
      case CLAIMED, HANDED_OVER ->
          Optional.of(new Hindrance.PutOff(due.now().plus(BUSY), Reason.of("drumbeat.wait.busy")));
    };
  }

  private static Hindrance unknown(Due due, Send send) {
    Instant left = send.handedOverAt() == null ? due.now() : send.handedOverAt();
    Instant settled = left.plus(DOUBT);
    return new Hindrance.PutOff(
        settled.isAfter(due.now()) ? settled : due.now().plus(BUSY),
        Reason.of("drumbeat.wait.unknown"));
  }

  /** Somebody made the delay longer since the run began to wait (V4). */
  private static Optional<Hindrance> early(Due due) {
    // An anchor later than now is that of a clock that was set back.
    if (due.run().place().anchorAt().isAfter(due.now())) {
      return Optional.empty();
    }
    return due.running()
        .timeline()
        .dueAt(due.run().place())
        .filter(dueAt -> dueAt.isAfter(due.now()))
        .map(dueAt -> new Hindrance.PutOff(dueAt, Reason.of("drumbeat.wait.delay")));
  }

  private Optional<Hindrance> suppressed(Due due) {
    return suppression(due.run(), due.campaign().id())
        .map(found -> new Hindrance.End(EndReason.SUPPRESSED, found.reason().reason()));
  }

  /** What forbids to write to the lead, as it is now. */
  Optional<Suppression> suppression(Enrollment run, long campaignId) {
    return suppressions.find(run.lead().address(), campaignId);
  }

  /** Overdue because nobody was there to send it: a person decides what is still wanted (T20). */
  private static Optional<Hindrance> stale(Due due, @Nullable Idle idle) {
    Instant dueAt = due.run().place().dueAt();
    if (dueAt == null || idle == null) {
      return Optional.empty();
    }
    return idle.hasSpoilt(dueAt, due.campaign().plan().kind().staleness())
        ? Optional.of(
            new Hindrance.Pause(
                PauseReason.OVERDUE, Reason.of("drumbeat.wait.overdue", dueAt.toString())))
        : Optional.empty();
  }
}
