package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.Campaign.Pause;
import dev.drumbeat.campaign.ResumePolicy;
import dev.drumbeat.sequence.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the end of a pause makes of due times, as somebody chose when ending it (P2). */
record Resumption(Campaign campaign, Map<Integer, Timeline> timelines) {

  /** When the steps of a run are due; empty when its version came up meanwhile. */
  Optional<Timeline> timeline(Enrollment run) {
    return Optional.ofNullable(timelines.get(run.place().version()));
  }

  /** When the next step of a run is due now. */
  Instant dueAt(Enrollment run) {
    Instant due = Optional.ofNullable(run.place().dueAt()).orElse(run.updatedAt());
    Instant shifted = policy() == ResumePolicy.SHIFT ? due.plus(length(run)) : due;
    return run.place().on(campaign.plan().schedule()).firstOpen(shifted);
  }

  /** When the next step was due, if the pause has swallowed it. */
  Optional<Instant> missed(Enrollment run) {
    return Optional.ofNullable(run.place().dueAt())
        .filter(due -> policy() == ResumePolicy.SKIP && due.isBefore(end()) && !leaves(run));
  }

  /** Who goes to another campaign from there does not lose the step on the way. */
  private boolean leaves(Enrollment run) {
    return timeline(run).filter(t -> t.exit(run.place(), Route.ONWARD).isPresent()).isPresent();
  }

  /** A lead who was admitted during the pause has waited from then on. */
  private Duration length(Enrollment run) {
    Pause pause = campaign.pause();
    if (pause == null) {
      return Duration.ZERO;
    }
    Instant from = run.createdAt().isAfter(pause.pausedAt()) ? run.createdAt() : pause.pausedAt();
    return from.isBefore(end()) ? Duration.between(from, end()) : Duration.ZERO;
  }

  private Instant end() {
    Pause pause = campaign.pause();
    Instant resumedAt = pause == null ? null : pause.resumedAt();
    return resumedAt == null ? Instant.MIN : resumedAt;
  }

  private ResumePolicy policy() {
    Pause pause = campaign.pause();
    ResumePolicy policy = pause == null ? null : pause.policy();
    return policy == null ? ResumePolicy.KEEP : policy;
  }
}
