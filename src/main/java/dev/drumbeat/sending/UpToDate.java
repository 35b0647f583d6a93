package dev.drumbeat.sending;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Enrollment;
import java.time.Instant;
import java.util.Optional;

/** Sees to it that nothing is sent by a place in a version that the campaign has left (V3). */
final class UpToDate {

  private final Ground ground;
  private final Movement movement;

  UpToDate(Ground ground, SendStore sends) {
    this.ground = ground;
    this.movement = new Movement(ground.stores(), ground.sequences(), sends);
  }

  /**
   * A due run in the version that its campaign follows; empty when it is not due there now. One of
   * which something is on its way stays as it is, and waits for that.
   */
  Optional<Enrollment> of(Enrollment run, Optional<Campaign> campaign) {
    boolean isBehind =
        campaign.filter(known -> known.leastVersion() > run.place().version()).isPresent();
    if (!isBehind || movement.place(run, campaign.get()) == Movement.Outcome.LATER) {
      return Optional.of(run);
    }
    return ground.stores().enrollments().find(run.id()).filter(this::isDue);
  }

  private boolean isDue(Enrollment run) {
    Instant due = run.place().dueAt();
    return run.state().isMoving() && due != null && !due.isAfter(ground.now());
  }
}
