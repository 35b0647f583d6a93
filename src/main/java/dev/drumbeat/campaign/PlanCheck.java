package dev.drumbeat.campaign;

import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.InstanceRules;
import dev.drumbeat.campaign.CampaignDraft.Most;
import dev.drumbeat.campaign.CampaignDraft.Stops;
import dev.drumbeat.campaign.CampaignPlan.Limits;
import dev.drumbeat.campaign.CampaignPlan.StopRules;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import dev.drumbeat.sequence.Texts;
import dev.drumbeat.time.MomentCheck;
import dev.drumbeat.time.Schedule;
import dev.drumbeat.time.ScheduleDraft;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns drafts into plans and notes every problem on the way. What it answers is usable only when
 * no problem was noted.
 */
final class PlanCheck {

  /** The sequence of a broadcast that has none yet. */
  static final long NO_SEQUENCE = 0;

  private final PlanSources sources;
  private final Actor actor;
  private final Problems problems;
  private final WhoCheck who;

  PlanCheck(PlanSources sources, Actor actor, Problems problems) {
    this.sources = sources;
    this.actor = actor;
    this.problems = problems;
    this.who = new WhoCheck(sources, problems);
  }

  /** The plan of a new campaign of the actor. */
  CampaignPlan plan(CampaignDraft draft) {
    CampaignKind usual = draft.hasMail() ? CampaignKind.BROADCAST : CampaignKind.SEQUENCE;
    CampaignKind kind = kind(draft.kind(), usual);
    return plan(
        draft,
        kind,
        kind == CampaignKind.BROADCAST ? ownMail(draft) : sequence(draft),
        who.check(draft.audience(), actor.userKey()),
        moment(draft.scheduledAt(), null),
        new GoalCheck(problems).check(draft.goal()));
  }

  /**
   * The plan of a campaign that somebody changes; once launched, whom, what and what for stay (V6,
   * §19).
   */
  CampaignPlan replaced(Campaign stored, CampaignDraft draft) {
    CampaignPlan plan =
        stored.isLaunched() ? launched(stored.plan(), draft) : waiting(stored, draft);
    if (stored.isLaunched()) {
      required("mailAccountIds", plan.accountIds().isEmpty());
    } else if (stored.state() != CampaignState.DRAFT) {
      mustBeComplete(plan);
    }
    return plan;
  }

  private CampaignPlan waiting(Campaign stored, CampaignDraft draft) {
    CampaignPlan plan = stored.plan();
    if (kind(draft.kind(), plan.kind()) != plan.kind()) {
      problems.add("kind", "drumbeat.campaign.kind-fixed", plan.kind().word());
    }
    return plan(
        draft,
        plan.kind(),
        plan.kind() == CampaignKind.BROADCAST ? ownMail(draft, plan) : sequence(draft),
        who.check(draft.audience(), stored.ownerKey()),
        moment(draft.scheduledAt(), plan.scheduledAt()),
        new GoalCheck(problems).check(draft.goal()));
  }

  private CampaignPlan launched(CampaignPlan stored, CampaignDraft draft) {
    new GoalCheck(problems).check(draft.goal());
    return plan(
        draft,
        stored.kind(),
        stored.sequenceId(),
        stored.audience(),
        stored.scheduledAt(),
        stored.goal());
  }

  /** The same plan under another name, without its time. */
  CampaignPlan copy(CampaignPlan plan, String name) {
    return new CampaignPlan(
        new Texts(problems).required("name", name, CampaignDraft.LONGEST_NAME),
        plan.kind(),
        plan.sequenceId(),
        plan.audience(),
        plan.accountIds(),
        plan.schedule(),
        null,
        plan.stopOn(),
        plan.limits(),
        plan.goal());
  }

  private CampaignPlan plan(
      CampaignDraft draft,
      CampaignKind kind,
      long sequenceId,
      @Nullable AudienceRule audience,
      @Nullable Instant scheduledAt,
      @Nullable Goal goal) {
    return new CampaignPlan(
        new Texts(problems).required("name", draft.name(), CampaignDraft.LONGEST_NAME),
        kind,
        sequenceId,
        audience,
        new AccountsCheck(sources.accounts(), problems)
            .check(draft.mailAccountIds(), draft.sendingConfigId()),
        schedule(draft.schedule()),
        scheduledAt,
        stops(draft.stopOn()),
        limits(draft.limits() == null ? Most.UNSAID : draft.limits()),
        goal);
  }

  private CampaignKind kind(@Nullable String word, CampaignKind usual) {
    if (word == null) {
      return usual;
    }
    return CampaignKind.of(word)
        .orElseGet(
            () -> {
              String words =
                  String.join(
                      ", ", Stream.of(CampaignKind.values()).map(CampaignKind::word).toList());
              problems.add("kind", "drumbeat.invalid.word", word, words);
              return usual;
            });
  }

  private long sequence(CampaignDraft draft) {
    refuse("subject", draft.subject());
    refuse("html", draft.html());
    refuse("text", draft.text());
    Long id = draft.sequenceId();
    if (id == null) {
      problems.add("sequenceId", "drumbeat.invalid.required");
      return NO_SEQUENCE;
    }
    // A hidden one belongs to another campaign.
    if (sources.sequences().find(actor, id).filter(found -> !found.hidden()).isEmpty()) {
      problems.add("sequenceId", "drumbeat.sequence.not-found", Long.toString(id));
    }
    return id;
  }

  private void refuse(String field, @Nullable String mail) {
    if (mail != null) {
      problems.add(field, "drumbeat.campaign.mail-of-broadcast");
    }
  }

  private long ownMail(CampaignDraft draft) {
    if (draft.sequenceId() != null) {
      problems.add("sequenceId", "drumbeat.campaign.broadcast-sequence");
    }
    sources.sequences().check(actor, draft.mail(), problems);
    return NO_SEQUENCE;
  }

  private long ownMail(CampaignDraft draft, CampaignPlan stored) {
    Long id = draft.sequenceId();
    if (id != null && id != stored.sequenceId()) {
      problems.add("sequenceId", "drumbeat.campaign.broadcast-sequence");
    }
    if (draft.hasMail()) {
      sources.sequences().check(actor, draft.mail(), problems);
    }
    return stored.sequenceId();
  }

  /** What it leaves out is as administrators said (T14), and the zone else that of the actor. */
  private Schedule schedule(@Nullable ScheduleDraft draft) {
    InstanceRules rules = sources.rules().get();
    ZoneId zone = rules.zone() == null ? actor.zone() : rules.zone();
    Schedule schedule =
        (draft == null ? ScheduleDraft.UNSAID : draft)
            .orHolidays(rules.holidays())
            .check("schedule", zone, problems);
    String field = schedule.zones().field();
    if (field != null && !field.isBlank() && !sources.audience().hasCustomField(field)) {
      problems.add("schedule.zoneField", "drumbeat.invalid.no-field", field);
    }
    return schedule;
  }

  private @Nullable Instant moment(@Nullable String text, @Nullable Instant stored) {
    return new MomentCheck(sources.clock().instant(), problems).check("scheduledAt", text, stored);
  }

  private static StopRules stops(@Nullable Stops draft) {
    Boolean reply = draft == null ? null : draft.reply();
    return new StopRules(reply == null || reply);
  }

  private Limits limits(Most draft) {
    atLeastOne("limits.perDay", draft.perDay());
    atLeastOne("limits.newPerDay", draft.newPerDay());
    return new Limits(draft.perDay(), draft.newPerDay());
  }

  private void atLeastOne(String field, @Nullable Integer number) {
    if (number != null && number < 1) {
      problems.add(field, "drumbeat.invalid.at-least", 1);
    }
  }

  /** Notes what a campaign that starts by itself lacks. */
  void mustBeComplete(CampaignPlan plan) {
    required("audience", plan.audience() == null);
    required("mailAccountIds", plan.accountIds().isEmpty());
    required("scheduledAt", plan.scheduledAt() == null);
  }

  private void required(String field, boolean missing) {
    if (missing) {
      problems.add(field, "drumbeat.invalid.required");
    }
  }
}
