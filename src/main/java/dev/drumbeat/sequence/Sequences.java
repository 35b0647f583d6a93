package dev.drumbeat.sequence;

import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.SequenceLine.UseCount;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with sequences, and by whom: campaign users read all of them, the owner and
 * administrators change them. A hidden one exists for its owner and administrators only.
 */
public final class Sequences {

  private final SequenceStore store;
  private final MailAccountStore accounts;
  private final MailTemplates templates;
  private final SequenceUse use;
  private final Surroundings surroundings;
  private final InstantSource clock;

  public Sequences(
      SequenceStore store,
      MailAccountStore accounts,
      MailTemplates templates,
      SequenceUse use,
      Surroundings surroundings,
      InstantSource clock) {
    this.store = store;
    this.accounts = accounts;
    this.templates = templates;
    this.use = use;
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /** Sequences by name, without their steps. */
  public List<SequenceSummary> page(
      Actor actor, SequenceFilter filter, int startAt, int maxResults) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return store.page(filter, startAt, maxResults);
  }

  /** The same with how long they take and who says them. */
  public List<SequenceLine> lines(Actor actor, SequenceFilter filter, int startAt, int maxResults) {
    List<SequenceSummary> page = page(actor, filter, startAt, maxResults);
    List<Long> ids = page.stream().map(SequenceSummary::id).toList();
    Map<Long, List<Timing>> waits = store.waits(ids);
    Map<Long, UseCount> uses = use.campaignsUsing(actor, ids);
    return page.stream()
        .map(
            summary ->
                new SequenceLine(
                    summary,
                    waits.getOrDefault(summary.id(), List.of()),
                    uses.getOrDefault(summary.id(), UseCount.NONE)))
        .toList();
  }

  /** How many there are. */
  public int count(Actor actor, SequenceFilter filter) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return store.count(filter);
  }

  /** How many campaigns say it. */
  public UseCount use(Actor actor, long id) {
    long known = get(actor, id).id();
    return use.campaignsUsing(actor, List.of(known)).getOrDefault(known, UseCount.NONE);
  }

  /** How many leads are under way in it. */
  public int leadsUnderWay(Actor actor, long id) {
    return use.activeEnrollments(get(actor, id).id());
  }

  /** One sequence with its steps. */
  public Sequence get(Actor actor, long id) {
    return find(actor, id)
        .orElseThrow(
            () -> new NotFound(Reason.of("drumbeat.sequence.not-found", Long.toString(id))));
  }

  /** One sequence with its steps, unless it is not there for the actor. */
  public Optional<Sequence> find(Actor actor, long id) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return store
        .find(id)
        .filter(sequence -> !sequence.deleted())
        .filter(sequence -> !sequence.hidden() || mayChange(actor, sequence));
  }

  /** One sequence with the steps that leads receive who enter now, not with those of its draft. */
  public Sequence said(Actor actor, long id) {
    Sequence read = get(actor, id);
    return store.said(id).map(version -> read.saying(version.steps())).orElse(read);
  }

  /** Notes everything that is wrong with the one mail of a sequence. */
  public void check(Actor actor, StepDraft mail, Problems problems) {
    check(actor, problems).step(mail, null, true);
  }

  /** A step as it is being written, not stored; notes everything that is wrong with it. */
  public Step written(Actor actor, String path, StepDraft draft, boolean first, Problems problems) {
    return check(actor, problems).step(path, draft, null, first);
  }

  /** The order, delays and subjects of steps that are being written; refuses what is no delay. */
  public List<Step> outline(Actor actor, List<StepDraft> drafts) {
    Problems problems = new Problems();
    List<Step> steps = check(actor, problems).outline(drafts);
    problems.refuse();
    return steps;
  }

  /** Makes a sequence that the actor owns. */
  public Sequence create(Actor actor, SequenceDraft draft) {
    return create(actor, draft, false);
  }

  /** Makes the sequence of one campaign, which is in no list. */
  public Sequence createHidden(Actor actor, SequenceDraft draft) {
    return create(actor, draft, true);
  }

  private Sequence create(Actor actor, SequenceDraft draft, boolean hidden) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    Problems problems = new Problems();
    SequenceContent content = check(actor, problems).sequence(draft, List.of());
    problems.refuse();
    return get(actor, store.insert(content, actor.userKey(), hidden, clock.instant()));
  }

  /** Replaces what people set; the draft names the version that it was made from. */
  public Sequence replace(Actor actor, long id, SequenceDraft draft) {
    Sequence read = toChange(actor, id);
    Problems problems = new Problems();
    SequenceContent content = check(actor, problems).sequence(draft, read.steps());
    if (draft.version() == null) {
      problems.add("version", "drumbeat.invalid.required");
    }
    problems.refuse();
    mustBeAt(read, draft.version());
    mustKnowSteps(read, draft);
    return store(actor, read, content);
  }

  /**
   * Steps without ids are new ones: leads under way would lose all theirs, and might get again what
   * they have (V3). Nobody can tell which is which, so the asker has to.
   */
  private void mustKnowSteps(Sequence read, SequenceDraft draft) {
    List<StepDraft> steps = draft.steps();
    boolean forgets =
        steps != null
            && !steps.isEmpty()
            && !read.steps().isEmpty()
            && steps.stream().allMatch(step -> step.id() == null);
    if (forgets && use.activeEnrollments(read.id()) > 0) {
      throw new Conflict(Reason.of("drumbeat.sequence.no-step-ids", read.name()));
    }
  }

  /** Forgets a sequence, unless a campaign or a lead needs it. */
  public void delete(Actor actor, long id) {
    Sequence read = toChange(actor, id);
    int campaigns = use.campaignsUsing(id);
    int leads = use.activeEnrollments(id);
    if (campaigns > 0 || leads > 0) {
      throw new Conflict(Reason.of("drumbeat.sequence.in-use", read.name(), campaigns, leads));
    }
    if (!store.delete(read)) {
      throw stale(actor, read);
    }
  }

  /** Adds a step at the end. */
  public Step addStep(Actor actor, long id, StepDraft draft) {
    Sequence read = toChange(actor, id);
    Problems problems = new Problems();
    SequenceCheck check = check(actor, problems);
    int place = read.steps().size();
    boolean first = StepList.of(read).isFirst(place);
    StepList steps = StepList.of(read).plus(check.step(draft, null, first));
    check.count("steps", steps.steps());
    check.ways("", steps, place);
    problems.refuse();
    mustBeAt(read, draft.version());
    List<Step> stored = store(actor, read, steps).steps();
    return stored.get(stored.size() - 1);
  }

  /** Replaces what a step says and when; its place stays. */
  public Step replaceStep(Actor actor, long id, long stepId, StepDraft draft) {
    Sequence read = toChange(actor, id);
    StepList old = StepList.of(read);
    int place = old.place(step(read, stepId));
    Problems problems = new Problems();
    SequenceCheck check = check(actor, problems);
    StepList steps = old.with(check.step(draft, step(read, stepId), old.isFirst(place)));
    check.ways("", steps, place);
    problems.refuse();
    mustBeAt(read, draft.version());
    return step(store(actor, read, steps), stepId);
  }

  /** Takes a step out. Leads that wait for it go on to the next (V4). */
  public void deleteStep(Actor actor, long id, long stepId) {
    Sequence read = toChange(actor, id);
    StepList left = StepList.of(read).without(step(read, stepId));
    if (left.beginsWithoutSubject()) {
      throw new Conflict(Reason.of("drumbeat.step.next-has-no-subject"));
    }
    left.broken()
        .ifPresent(
            why -> {
              throw new Conflict(why);
            });
    store(actor, read, left);
  }

  /** Puts the steps into that order; each must be named once. */
  public Sequence order(Actor actor, long id, List<Long> stepIds) {
    Sequence read = toChange(actor, id);
    StepList ordered =
        StepList.of(read)
            .inOrder(stepIds)
            .orElseThrow(() -> InvalidInput.at("stepIds", Reason.of("drumbeat.step.order")));
    if (ordered.beginsWithoutSubject()) {
      throw InvalidInput.at("stepIds", Reason.of("drumbeat.step.first-has-no-subject"));
    }
    ordered
        .broken()
        .ifPresent(
            why -> {
              throw InvalidInput.at("stepIds", why);
            });
    return store(actor, read, ordered);
  }

  private Sequence store(Actor actor, Sequence read, StepList steps) {
    return store(actor, read, SequenceContent.of(read).with(steps.steps()));
  }

  private Sequence store(Actor actor, Sequence read, SequenceContent content) {
    if (!store.replace(read, content, clock.instant())) {
      throw stale(actor, read);
    }
    return get(actor, read.id());
  }

  /** Makes these steps the draft, which were published once. */
  Sequence restore(Actor actor, Sequence read, List<Step> steps, @Nullable Integer version) {
    mustBeAt(read, version);
    return store(actor, read, new StepList(steps));
  }

  /** Notes everything for which a draft cannot be published: no leads could receive it. */
  public void checkToPublish(Actor actor, Sequence draft, Problems problems) {
    check(actor, problems).publishable(draft.steps());
  }

  /** Gives a sequence to another user, who may change it from then on. */
  public Sequence transfer(Actor actor, long id, String ownerKey) {
    Sequence read = toChange(actor, id);
    if (!store.give(read, ownerKey, clock.instant())) {
      throw stale(actor, read);
    }
    return store.find(id).orElseThrow(() -> stale(actor, read));
  }

  /** A sequence that the actor may change; refuses one that is not there or is somebody else's. */
  public Sequence toChange(Actor actor, long id) {
    Sequence read = get(actor, id);
    if (!mayChange(actor, read)) {
      actor.mustHave(Right.ADMINISTER);
    }
    return read;
  }

  /** Whether the actor may change a sequence that is there for the actor. */
  public static boolean mayChange(Actor actor, Sequence sequence) {
    return actor.userKey().equals(sequence.ownerKey()) || actor.has(Right.ADMINISTER);
  }

  private static Step step(Sequence sequence, long stepId) {
    return sequence
        .step(stepId)
        .orElseThrow(
            () -> new NotFound(Reason.of("drumbeat.step.not-found", Long.toString(stepId))));
  }

  private static void mustBeAt(Sequence read, @Nullable Integer version) {
    if (version != null && version != read.version()) {
      throw Conflict.stale(read.version());
    }
  }

  private Conflict stale(Actor actor, Sequence read) {
    return Conflict.stale(get(actor, read.id()).version());
  }

  private SequenceCheck check(Actor actor, Problems problems) {
    return new SequenceCheck(
        problems, templates, actor, surroundings, id -> accounts.find(id).isPresent());
  }
}
