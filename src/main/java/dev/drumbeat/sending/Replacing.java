package dev.drumbeat.sending;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentFilter;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.enrollment.Waiting;
import dev.drumbeat.log.About.Thing;
import dev.drumbeat.log.Fault;
import dev.drumbeat.sequence.Publication;
import dev.drumbeat.sequence.SequenceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts leads under way to their places in the version that their campaign follows since somebody
 * published it for them as well (V2, V4). Begun anew it changes nothing twice, so it may end at any
 * point; whoever is due before it came by is put to their place by the sending itself.
 */
public final class Replacing {

  private static final Logger LOG = LoggerFactory.getLogger(Replacing.class);
  private static final int SLICE = 200;

  /** Until then a slice of the sending may still move runs on by the version that it knew. */
  private static final Duration ECHO = Duration.ofMinutes(2);

  private final Stores stores;
  private final SequenceStore sequences;
  private final Movement movement;

  public Replacing(Stores stores, SequenceStore sequences, SendStore sends) {
    this.stores = stores;
    this.sequences = sequences;
    this.movement = new Movement(stores, sequences, sends);
  }

  /** Deals with every campaign that follows another version; answers how many runs were moved. */
  int run() {
    int moved = 0;
    for (Campaign campaign : stores.campaigns().unplaced()) {
      moved += run(campaign);
    }
    return moved;
  }

  /** When the versions were published that somebody is not at their place in, the first first. */
  public List<Instant> pending() {
    return stores.campaigns().unplaced().stream()
        .flatMap(campaign -> publication(campaign).stream())
        .map(Publication::at)
        .sorted()
        .toList();
  }

  private Optional<Publication> publication(Campaign campaign) {
    return sequences.publication(campaign.plan().sequenceId(), campaign.leastVersion());
  }

  private int run(Campaign campaign) {
    Optional<Publication> publication = publication(campaign);
    if (publication.isEmpty()) {
      stores.campaigns().placed(campaign);
      return 0;
    }
    Instant began = stores.clock().instant();
    Pass pass = new Pass(campaign);
    for (Waiting waiting : stores.enrollments().waiting(List.of(campaign.id()))) {
      if (waiting.version() < campaign.leastVersion()) {
        place(waiting, pass);
      }
    }
    Instant since = publication.get().continueSince();
    reopen(pass, since == null ? publication.get().at() : since);
    boolean settled = began.isAfter(publication.get().at().plus(ECHO));
    if (!pass.isAnyLeft && settled && !campaign.admission().isOpen()) {
      stores.campaigns().placed(campaign);
    }
    return pass.moved;
  }

  /** All who wait for one step of one version: nothing changes for them, or each is moved. */
  private void place(Waiting waiting, Pass pass) {
    if (movement.keeps(pass.campaign, waiting)) {
      int version = pass.campaign.leastVersion();
      stores.sql().write(c -> stores.enrollments().adopt(c, waiting, version));
      return;
    }
    for (EnrollmentState state : EnrollmentState.OPEN) {
      EnrollmentFilter filter = EnrollmentFilter.ofCampaign(waiting.campaignId()).in(state);
      each(
          pass,
          last -> stores.enrollments().after(filter.at(waiting.stepId()), last, SLICE),
          run -> movement.place(run, pass.campaign));
    }
  }

  /** Those who were through, also by a slice of the sending that did not know of the version. */
  private void reopen(Pass pass, Instant since) {
    long campaign = pass.campaign.id();
    each(
        pass,
        last -> stores.enrollments().completed(campaign, since, last, SLICE),
        run -> movement.reopen(run, pass.campaign));
  }

  private void each(Pass pass, Slices slices, Work work) {
    List<Enrollment> slice = slices.after(0);
    while (!slice.isEmpty()) {
      if (stores.sql().isClosing()) {
        pass.isAnyLeft = true;
        return;
      }
      slice.stream()
          .filter(run -> run.place().version() < pass.campaign.leastVersion())
          .forEach(run -> one(run, pass, work));
      slice = slices.after(slice.get(slice.size() - 1).id());
    }
  }

  /** One run that fails must not keep the others from their places. */
  private static void one(Enrollment run, Pass pass, Work work) {
    try {
      Movement.Outcome outcome = work.on(run);
      pass.moved += outcome == Movement.Outcome.MOVED ? 1 : 0;
      pass.isAnyLeft |= outcome == Movement.Outcome.LATER;
    } catch (RuntimeException e) {
      pass.isAnyLeft = true;
      LOG.error(
          "{}: the run could not be put to its place in the published version; tried again",
          run.about().and(Thing.SEQUENCE, run.sequenceId()),
          Fault.of(e));
    }
  }

  /** Some more runs by id. */
  @FunctionalInterface
  private interface Slices {

    List<Enrollment> after(long id);
  }

  /** What is done to one run. */
  @FunctionalInterface
  private interface Work {

    Movement.Outcome on(Enrollment run);
  }

  /** What one pass over a campaign came to. */
  private static final class Pass {

    private final Campaign campaign;
    private int moved;
    private boolean isAnyLeft;

    Pass(Campaign campaign) {
      this.campaign = campaign;
    }
  }
}
