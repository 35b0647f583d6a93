package dev.drumbeat.sending;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignFilter;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.DueStep;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentFilter;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.Place;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.enrollment.Timeline;
import dev.drumbeat.log.About.Thing;
import dev.drumbeat.log.Fault;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.EarlierSteps;
import dev.drumbeat.sequence.Replaced;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceStore;
import dev.drumbeat.sequence.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts leads who wait to their places in a sequence that was changed (V4): at the first step in the
 * new order that they have not passed, due as it is now. Begun anew it changes nothing twice, so it
 * may end at any point.
 */
public final class Replacing {

  private static final Logger LOG = LoggerFactory.getLogger(Replacing.class);
  private static final Cause SEQUENCE = Cause.app("sequence");
  private static final String LONGER = "drumbeat.wait.delay";
  private static final int PAGE = 1_000;
  private static final int SLICE = 200;

  /** Until then a slice of the sending may still move runs on by the steps as they were. */
  private static final Duration ECHO = Duration.ofMinutes(2);

  private final Stores stores;
  private final SequenceStore sequences;
  private final SendStore sends;

  public Replacing(Stores stores, SequenceStore sequences, SendStore sends) {
    this.stores = stores;
    this.sequences = sequences;
    this.sends = sends;
  }

  /** Deals with every sequence that was changed; answers how many runs were put elsewhere. */
  int run() {
    int moved = 0;
    for (Replaced replaced : sequences.replaced()) {
      moved += run(replaced);
    }
    return moved;
  }

  private int run(Replaced replaced) {
    Instant began = stores.clock().instant();
    Pass pass = new Pass();
    for (Campaign campaign : campaigns(replaced.sequence().id())) {
      Timeline timeline = new Timeline(replaced.sequence(), campaign.plan().schedule());
      for (EnrollmentState state : EnrollmentState.OPEN) {
        runs(replaced, timeline, EnrollmentFilter.ofCampaign(campaign.id()).in(state), pass);
      }
    }
    if (!pass.isAnyLeft && began.isAfter(replaced.at().plus(ECHO))) {
      sequences.settled(replaced);
    }
    return pass.moved;
  }

  private List<Campaign> campaigns(long sequenceId) {
    CampaignFilter saying = new CampaignFilter(null, null, sequenceId);
    return stores.campaigns().page(saying, 0, PAGE).stream()
        .filter(campaign -> !campaign.state().isOver())
        .toList();
  }

  private void runs(Replaced replaced, Timeline timeline, EnrollmentFilter filter, Pass pass) {
    long last = 0;
    List<Enrollment> slice = stores.enrollments().after(filter, last, SLICE);
    while (!slice.isEmpty()) {
      if (stores.sql().isClosing()) {
        pass.isAnyLeft = true;
        return;
      }
      slice.forEach(run -> one(run, replaced, timeline, pass));
      last = slice.get(slice.size() - 1).id();
      slice = stores.enrollments().after(filter, last, SLICE);
    }
  }

  /** One run that fails must not keep the others from their places. */
  private void one(Enrollment run, Replaced replaced, Timeline timeline, Pass pass) {
    try {
      Optional<Step> next = next(run.place(), replaced);
      if (isAtItsPlace(run, next, replaced, timeline)) {
        return;
      }
      Optional<DueStep> due = next.map(step -> due(run, step, timeline));
      boolean moved = stores.sql().write(c -> move(c, run, due));
      pass.moved += moved ? 1 : 0;
      pass.isAnyLeft |= !moved;
    } catch (RuntimeException e) {
      pass.isAnyLeft = true;
      LOG.error(
          "{}: the run could not be put to its place in the changed sequence, which is tried again",
          run.about().and(Thing.SEQUENCE, run.sequenceId()),
          Fault.of(e));
    }
  }

  private static Optional<Step> next(Place place, Replaced replaced) {
    Sequence sequence = replaced.sequence();
    Optional<Long> id = Optional.of(place.stepId());
    for (EarlierSteps earlier : replaced.earlier()) {
      id = id.flatMap(step -> earlier.nextOf(step, sequence));
    }
    return id.flatMap(sequence::step);
  }

  /**
   * A longer wait is seen when the step is due, so only a shorter one counts; and what was put off
   * for another reason stays put off.
   */
  private static boolean isAtItsPlace(
      Enrollment run, Optional<Step> next, Replaced replaced, Timeline timeline) {
    Step step = next.orElse(null);
    if (step == null || step.id() != run.place().stepId()) {
      return false;
    }
    Reason wait = run.standing().waitReason();
    boolean putOff = run.state().isMoving() && wait != null && !wait.key().equals(LONGER);
    boolean sameWait = replaced.earlier().stream().noneMatch(e -> e.waitedOtherwise(step));
    Instant due = run.place().dueAt();
    return putOff
        || sameWait
        || due == null
        || !timeline.at(run.place(), step).dueAt().isBefore(due);
  }

  /** Never earlier than now for a run that goes on by itself. */
  private DueStep due(Enrollment run, Step step, Timeline timeline) {
    DueStep due = timeline.at(run.place(), step);
    Instant now = stores.clock().instant();
    return run.state().isMoving() && due.dueAt().isBefore(now) ? new DueStep(step, now) : due;
  }

  /** What is on its way is waited for: its outcome moves the run on. */
  private boolean move(Connection c, Enrollment run, Optional<DueStep> due) throws SQLException {
    sends.hold(c, run.id());
    if (sends.isAnyUndecided(c, run.id())) {
      return false;
    }
    return stores.transitions().replace(c, run, due, SEQUENCE);
  }

  /** What one pass came to. */
  private static final class Pass {

    private int moved = 0;
    private boolean isAnyLeft = false;
  }
}
