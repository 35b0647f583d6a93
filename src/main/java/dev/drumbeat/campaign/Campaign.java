package dev.drumbeat.campaign;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.log.About;
import dev.drumbeat.log.About.Thing;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A campaign. The version counts changes by people and of the state, not the progress of its
 * launch. Always on means that it carries the direct enrollments of its sequence and never
 * completes. Leads under way follow at least that published version of the sequence, 0 is the one
 * that they have (V2).
 */
public record Campaign(
    long id,
    int version,
    CampaignState state,
    String ownerKey,
    CampaignPlan plan,
    boolean alwaysOn,
    int leastVersion,
    Admission admission,
    Times times,
    @Nullable Pause pause,
    Instant createdAt,
    Instant updatedAt) {

  /** When it began and ended; null is not yet. */
  public record Times(@Nullable Instant startedAt, @Nullable Instant finishedAt) {}

  /** The last pause: why, from when and until when, null is still, and what was said at its end. */
  public record Pause(
      Reason reason,
      Instant pausedAt,
      @Nullable Instant resumedAt,
      @Nullable ResumePolicy policy) {}

  /** A running one that would carry a sequence's enrollments and was not made yet: its id is 0. */
  public static Campaign unmadeCarrier(CampaignPlan plan, String ownerKey, Instant now) {
    return new Campaign(
        0,
        0,
        CampaignState.RUNNING,
        ownerKey,
        plan,
        true,
        0,
        Admission.NONE,
        new Times(now, null),
        null,
        now,
        now);
  }

  /** For the log. */
  public About about() {
    return About.of(Thing.CAMPAIGN, id);
  }

  /** The same with another plan. */
  public Campaign planned(CampaignPlan other) {
    return new Campaign(
        id,
        version,
        state,
        ownerKey,
        other,
        alwaysOn,
        leastVersion,
        admission,
        times,
        pause,
        createdAt,
        updatedAt);
  }

  /**
   * When its live audience is looked at again; empty when it was launched as a snapshot, is not
   * under way, or takes nobody any more (E2).
   */
  public Optional<Instant> nextLook() {
    AudienceRule rule = plan.audience();
    Instant last = admission.evaluatedAt() == null ? times.startedAt() : admission.evaluatedAt();
    if (rule == null || last == null || state != CampaignState.RUNNING) {
      return Optional.empty();
    }
    Instant next = last.plus(Admission.REST);
    Instant end = rule.until();
    Instant atTheEnd = end == null || next.isBefore(end) ? next : end;
    return rule.isLive(last) ? Optional.of(atTheEnd) : Optional.empty();
  }

  /** Whether it ever began to admit leads. */
  public boolean isLaunched() {
    return times.startedAt() != null;
  }

  /** Whether the user may see it: the owner and administrators. */
  public boolean isVisibleTo(Actor actor) {
    return actor.has(Right.ADMINISTER)
        || (actor.has(Right.USE_CAMPAIGNS) && actor.userKey().equals(ownerKey));
  }
}
