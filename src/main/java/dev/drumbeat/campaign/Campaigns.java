package dev.drumbeat.campaign;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.StepDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be planned, and by whom: campaign users make campaigns and change their own,
 * administrators change all. A broadcast keeps its mail in a hidden sequence of its own.
 */
public final class Campaigns {

  private final CampaignStore store;
  private final VisibleCampaigns visible;
  private final PlanSources sources;
  private final BroadcastMail mails;

  public Campaigns(CampaignStore store, VisibleCampaigns visible, PlanSources sources) {
    this.store = store;
    this.visible = visible;
    this.sources = sources;
    this.mails = new BroadcastMail(sources.sequences());
  }

  /** One campaign. */
  public Campaign get(Actor actor, long id) {
    return visible.get(actor, id);
  }

  /** Campaigns, the newest first; null is in any state. */
  public List<Campaign> page(
      Actor actor, @Nullable CampaignState state, int startAt, int maxResults) {
    return visible.page(actor, state, startAt, maxResults);
  }

  /** Those that say a sequence, in whatever state, the newest first. */
  public List<Campaign> saying(Actor actor, long sequenceId, int startAt, int maxResults) {
    return visible.saying(actor, sequenceId, startAt, maxResults);
  }

  /** Those that nobody put out of the way, the newest first. */
  public List<Campaign> current(Actor actor, int startAt, int maxResults) {
    return visible.current(actor, startAt, maxResults);
  }

  /** How many there are; null is in any state. */
  public int count(Actor actor, @Nullable CampaignState state) {
    return visible.count(actor, state);
  }

  /** The mail of a broadcast; empty for a sequence campaign. */
  public Optional<Step> mail(Actor actor, Campaign campaign) {
    return mails.find(actor, campaign.plan());
  }

  /** What is missing before it can be launched. */
  public List<Reason> warnings(Actor actor, Campaign campaign) {
    return campaign.state() == CampaignState.DRAFT
        ? new Missing(sources).of(actor, campaign.plan())
        : List.of();
  }

  /** Makes a draft that the actor owns. */
  public Campaign create(Actor actor, CampaignDraft draft) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    Problems problems = new Problems();
    PlanCheck check = new PlanCheck(sources, actor, problems);
    CampaignPlan plan = check.plan(draft);
    if (draft.isShort()) {
      check.mustBeComplete(plan);
    }
    problems.refuse();
    boolean broadcast = plan.kind() == CampaignKind.BROADCAST;
    return insert(actor, broadcast ? mails.add(actor, plan, draft.mail()) : plan);
  }

  private Campaign insert(Actor actor, CampaignPlan plan) {
    return visible.get(actor, store.insert(plan, actor.userKey(), now()));
  }

  /**
   * Replaces what people set; the draft names the version that it was made from. Once launched,
   * whom and what it writes stay, the rest is in force for everything that was not handed over yet
   * (V6).
   */
  public Campaign replace(Actor actor, long id, CampaignDraft draft) {
    Campaign read = visible.get(actor, id);
    if (read.state().isOver() || read.alwaysOn()) {
      throw cannotChange(read);
    }
    Problems problems = new Problems();
    CampaignPlan plan = new PlanCheck(sources, actor, problems).replaced(read, draft);
    if (draft.version() == null) {
      problems.add("version", "drumbeat.invalid.required");
    }
    problems.refuse();
    mustBeAt(read, draft.version());
    mustKeepWhatIsFixed(actor, read, draft);
    return replace(actor, read, plan, draft);
  }

  private Campaign replace(Actor actor, Campaign read, CampaignPlan plan, CampaignDraft draft) {
    if (!store.replace(read, plan, now())) {
      throw stale(actor, read);
    }
    if (draft.hasMail() && !read.isLaunched()) {
      mails.replace(actor, plan, draft.mail());
    }
    return visible.get(actor, read.id());
  }

  private void mustKeepWhatIsFixed(Actor actor, Campaign read, CampaignDraft draft) {
    List<String> changed =
        read.isLaunched() ? FixedFields.changed(read.plan(), mail(actor, read), draft) : List.of();
    if (!changed.isEmpty()) {
      throw new Conflict(
          Reason.of("drumbeat.campaign.fixed", read.plan().name(), FixedFields.words(changed)));
    }
  }

  /** Forgets a draft. Whatever was launched has a history, which stays. */
  public void delete(Actor actor, long id) {
    Campaign read = visible.get(actor, id);
    if (read.state() != CampaignState.DRAFT) {
      throw conflict(read, "drumbeat.campaign.not-a-draft");
    }
    if (!store.delete(read)) {
      throw stale(actor, read);
    }
    mails.delete(actor, read.plan());
  }

  /** Makes a draft of the actor's with the same plan, which starts when somebody launches it. */
  public Campaign copy(Actor actor, long id, String name) {
    Campaign read = visible.get(actor, id);
    if (read.alwaysOn()) {
      throw cannotChange(read);
    }
    Problems problems = new Problems();
    CampaignPlan plan = new PlanCheck(sources, actor, problems).copy(read.plan(), name);
    problems.refuse();
    return insert(
        actor,
        mail(actor, read)
            .map(step -> StepDraft.mail(step.subject(), step.html(), step.text()))
            .map(mail -> mails.add(actor, plan, mail))
            .orElse(plan));
  }

  private static Conflict cannotChange(Campaign read) {
    return conflict(read, read.alwaysOn() ? "drumbeat.campaign.carrier" : "drumbeat.campaign.over");
  }

  private static Conflict conflict(Campaign read, String key) {
    return new Conflict(
        Reason.of(
            key, read.plan().name(), Reason.of("drumbeat.campaign.state." + read.state().word())));
  }

  private static void mustBeAt(Campaign read, @Nullable Integer version) {
    if (version != null && version != read.version()) {
      throw Conflict.stale(read.version());
    }
  }

  private Conflict stale(Actor actor, Campaign read) {
    return Conflict.stale(visible.get(actor, read.id()).version());
  }

  private Instant now() {
    return sources.clock().instant();
  }
}
