package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.Campaign.Pause;
import dev.drumbeat.campaign.ResumePolicy;
import dev.drumbeat.request.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * When the next step of a run is due after the schedule of its campaign was changed: counted from
 * the same anchor, and never earlier than now (T19).
 */
record Retiming(Campaign campaign, Timeline timeline) {

  /** A run that was put off for one of these waits for its time alone. */
  private static final Set<String> TIMES = Set.of("drumbeat.wait.delay", "drumbeat.wait.window");

  /** Empty where it stays as it is. */
  Optional<Instant> dueAt(Enrollment run, Instant now) {
    Instant due = run.place().dueAt();
    // What is due is looked at when it is sent.
    if (due == null || !due.isAfter(now) || waitsForMore(run)) {
      return Optional.empty();
    }
    Instant wanted = wasShifted(run) ? due : timeline.dueAt(run.place()).orElse(due);
    Instant open =
        run.place().on(campaign.plan().schedule()).firstOpen(wanted.isBefore(now) ? now : wanted);
    return open.equals(due) && zone(run).equals(run.place().zone())
        ? Optional.empty()
        : Optional.of(open);
  }

  /** The zone of the run, which follows the campaign unless the run has one of its own (T16). */
  ZoneId zone(Enrollment run) {
    return run.place().on(campaign.plan().schedule()).zone();
  }

  /** A cap, another mail to the same person, or a step whose time has to be looked up. */
  private boolean waitsForMore(Enrollment run) {
    Reason why = run.standing().waitReason();
    boolean isLookedUp =
        timeline.current(run.place()).filter(step -> step.timing().isLookedUp()).isPresent();
    return isLookedUp || (why != null && !TIMES.contains(why.key()));
  }

  /** Counted from the anchor it would be due as if the campaign had not been paused (P2). */
  private boolean wasShifted(Enrollment run) {
    Pause pause = campaign.pause();
    Instant end = pause == null ? null : pause.resumedAt();
    return pause != null
        && end != null
        && pause.policy() == ResumePolicy.SHIFT
        && end.isAfter(run.place().anchorAt());
  }
}
