package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Route;
import dev.drumbeat.time.MomentCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Pauses, resumes, ends and moves on single runs, for the users who may see them (P3). */
public final class EnrollmentControl {

  /** What a person can know; the rest is for the app to say. */
  private static final List<EndReason> SAYABLE =
      List.of(EndReason.MANUAL, EndReason.REPLIED, EndReason.GOAL_MET);

  private final Stores stores;
  private final Enrollments enrollments;
  private final Entries entries;
  private final Moving moving;

  public EnrollmentControl(Stores stores, Enrollments enrollments, Entries entries, Moving moving) {
    this.moving = moving;
    this.stores = stores;
    this.enrollments = enrollments;
    this.entries = entries;
  }

  /**
   * Lets a run wait, until that moment (ISO; without an offset in the actor's zone) or until
   * somebody resumes it.
   */
  public Enrollment pause(Actor actor, long id, @Nullable String until) {
    Enrollment read = enrollments.get(actor, id);
    Problems problems = new Problems();
    Instant end = new MomentCheck(now(), problems, actor.zone()).check("until", until, null);
    problems.refuse();
    boolean done = stores.transitions().pause(read, PauseReason.MANUAL, end, Cause.user(actor));
    return after(actor, read, done);
  }

  /** Lets a paused run go on; what became due meanwhile is due now. */
  public Enrollment resume(Actor actor, long id) {
    Enrollment read = enrollments.get(actor, id);
    Campaign campaign = stores.campaigns().find(read.campaignId()).orElseThrow();
    if (campaign.state() == CampaignState.PAUSED) {
      throw new Conflict(Reason.of("drumbeat.enrollment.campaign-paused", campaign.plan().name()));
    }
    if (read.state() != EnrollmentState.PAUSED) {
      throw conflict(read, "drumbeat.enrollment.not-paused");
    }
    Instant due = read.place().dueAt();
    Instant next = due == null || due.isBefore(now()) ? now() : due;
    Instant open = read.place().on(campaign.plan().schedule()).firstOpen(next);
    return after(actor, read, stores.transitions().resume(read, open, Cause.user(actor)));
  }

  /** Ends a run for good; unsaid is by hand. */
  public Enrollment finish(Actor actor, long id, @Nullable String reason) {
    Enrollment read = enrollments.get(actor, id);
    EndReason why = reason == null ? EndReason.MANUAL : sayable(reason);
    return after(actor, read, stores.sql().write(c -> finish(c, read, why, Cause.user(actor))));
  }

  /** An answer that somebody knows of counts like one that was read (§19). */
  private boolean finish(Connection c, Enrollment read, EndReason why, Cause cause)
      throws SQLException {
    boolean done = stores.transitions().finish(c, read, why, cause);
    if (done && why == EndReason.REPLIED) {
      Marks.replied(c, read.campaignId(), read.id(), Tally.NO_STEP, now());
    }
    return done;
  }

  private static EndReason sayable(String word) {
    return EndReason.of(word)
        .filter(SAYABLE::contains)
        .orElseThrow(
            () -> {
              String words = String.join(", ", SAYABLE.stream().map(EndReason::word).toList());
              return InvalidInput.at("reason", Reason.of("drumbeat.invalid.word", word, words));
            });
  }

  /** Leaves out the step that the run waits for; what follows counts from now. */
  public Enrollment skip(Actor actor, long id) {
    Enrollment read = enrollments.get(actor, id);
    Campaign campaign = stores.campaigns().find(read.campaignId()).orElseThrow();
    Optional<Timeline> timeline = entries.timeline(campaign, read.place().version());
    if (timeline.isEmpty()) {
      throw new Conflict(Reason.of("drumbeat.campaign.no-steps"));
    }
    OptionalLong exit = timeline.get().exit(read.place(), Route.ONWARD);
    if (exit.isPresent()) {
      return leave(actor, read, campaign, exit.getAsLong());
    }
    boolean done =
        stores
            .sql()
            .write(
                c -> stores.transitions().skip(c, read, now(), timeline.get(), Cause.user(actor)));
    return after(actor, read, done);
  }

  /** After the step that is left out comes another campaign (S7). */
  private Enrollment leave(Actor actor, Enrollment read, Campaign campaign, long targetId) {
    if (moving.move(read, campaign, targetId, Cause.user(actor)).isPresent()) {
      throw new Conflict(Reason.of("drumbeat.move.waits", Long.toString(targetId)));
    }
    return enrollments.get(actor, read.id());
  }

  /** The run as it is now; a conflict when nothing was done. */
  private Enrollment after(Actor actor, Enrollment read, boolean done) {
    Enrollment now = enrollments.get(actor, read.id());
    if (!done && now.state().isOver()) {
      throw conflict(now, "drumbeat.enrollment.over");
    }
    if (!done) {
      throw Conflict.stale(now.version());
    }
    return now;
  }

  private static Conflict conflict(Enrollment run, String key) {
    EndReason end = run.standing().end();
    Reason state = Reason.of("drumbeat.enrollment." + run.state().word());
    return new Conflict(
        Reason.of(key, run.lead().address().text(), end == null ? state : end.reason()));
  }

  private Instant now() {
    return stores.clock().instant();
  }
}
