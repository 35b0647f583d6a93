package dev.drumbeat.sending;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.Sequences;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.StepDraft;
import org.jspecify.annotations.Nullable;

/** Finds the step that somebody wants to see, also one that is not stored yet. */
public final class StepSource {

  private final Sequences sequences;

  public StepSource(Sequences sequences) {
    this.sequences = sequences;
  }

  /** Of a sequence by its id, or, for null, of one that is not stored at all. */
  ShownStep find(Actor actor, @Nullable Long sequenceId, StepChoice choice) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    Sequence sequence = sequenceId == null ? null : sequence(actor, sequenceId, choice);
    StepDraft draft = choice.step();
    Step beginning = beginning(sequence, choice);
    Step step =
        draft == null
            ? stored(sequence, choice.stepId())
            : written(actor, draft, beginning == null);
    return new ShownStep(
        said(step, choice.variant()).spoken(),
        beginning,
        name(sequence, choice),
        account(sequence, choice));
  }

  /** The step as that variant says it, which goes by its id or its label. */
  static Step said(Step step, @Nullable String variant) {
    if (variant == null) {
      return step;
    }
    return step.mail().variants().stream()
        .filter(each -> each.id().equals(variant) || each.label().equals(variant))
        .findFirst()
        .map(step::saying)
        .orElseThrow(
            () -> InvalidInput.at("variant", Reason.of("drumbeat.variant.not-found", variant)));
  }

  /** A campaign says what is published; whoever writes the sequence sees the draft. */
  private Sequence sequence(Actor actor, long id, StepChoice choice) {
    boolean ofCampaign = choice.step() == null && choice.campaignName() != null;
    return ofCampaign ? sequences.said(actor, id) : sequences.get(actor, id);
  }

  private Step written(Actor actor, StepDraft draft, boolean first) {
    Problems problems = new Problems();
    Step step = sequences.written(actor, "step.", draft, first, problems);
    problems.refuse();
    return step;
  }

  private static Step stored(@Nullable Sequence sequence, @Nullable Long id) {
    if (id != null) {
      return step(sequence, id);
    }
    if (sequence == null) {
      return required();
    }
    return sequence.steps().stream()
        .findFirst()
        .orElseThrow(() -> new Conflict(Reason.of("drumbeat.campaign.no-steps")));
  }

  private static Step step(@Nullable Sequence sequence, long id) {
    NotFound gone = new NotFound(Reason.of("drumbeat.step.not-found", Long.toString(id)));
    if (sequence == null) {
      throw gone;
    }
    return sequence.step(id).orElseThrow(() -> gone);
  }

  private static Step required() {
    Problems problems = new Problems();
    problems.add("step", "drumbeat.invalid.required");
    throw problems.refusal();
  }

  /** The mail that begins the thread if everything before the step was sent (H1). */
  private static @Nullable Step beginning(@Nullable Sequence sequence, StepChoice choice) {
    if (choice.threadSubject() != null) {
      return Step.subject(choice.threadSubject());
    }
    StepDraft draft = choice.step();
    Long id = draft == null ? choice.stepId() : draft.id();
    return sequence == null || (id == null && draft == null) ? null : beginning(sequence, id);
  }

  /** Before the step of that id, or, for null, before one that comes after all of them. */
  private static @Nullable Step beginning(Sequence sequence, @Nullable Long id) {
    Step beginning = null;
    for (Step each : sequence.steps()) {
      if (id != null && each.id() == id) {
        break;
      }
      boolean begins = beginning == null || each.newThread();
      beginning = begins && !each.isTask() ? each : beginning;
    }
    return beginning;
  }

  private static String name(@Nullable Sequence sequence, StepChoice choice) {
    String stored = sequence == null ? "" : sequence.name();
    return choice.campaignName() == null ? stored : choice.campaignName();
  }

  private static @Nullable Long account(@Nullable Sequence sequence, StepChoice choice) {
    Long stored = sequence == null ? null : sequence.sendingConfigId();
    return choice.mailAccountId() == null ? stored : choice.mailAccountId();
  }
}
