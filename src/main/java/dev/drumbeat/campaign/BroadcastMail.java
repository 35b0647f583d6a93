package dev.drumbeat.campaign;

import dev.drumbeat.request.Actor;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceDraft;
import dev.drumbeat.sequence.Sequences;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.StepDraft;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mail of a broadcast, kept as the one step of a hidden sequence. */
final class BroadcastMail {

  private final Sequences sequences;

  BroadcastMail(Sequences sequences) {
    this.sequences = sequences;
  }

  /** The mail; empty for a sequence campaign. */
  Optional<Step> find(Actor actor, CampaignPlan plan) {
    return sequence(actor, plan).flatMap(own -> own.steps().stream().findFirst());
  }

  /** Keeps a mail that was checked; answers the plan that says it. */
  CampaignPlan add(Actor actor, CampaignPlan plan, StepDraft mail) {
    return plan.saying(sequences.createHidden(actor, draft(null, plan, mail)).id());
  }

  /** Keeps another one, if the plan is that of a broadcast. */
  void replace(Actor actor, CampaignPlan plan, StepDraft mail) {
    sequence(actor, plan)
        .ifPresent(own -> sequences.replace(actor, own.id(), draft(own.version(), plan, mail)));
  }

  /** Forgets it after its campaign. */
  void delete(Actor actor, CampaignPlan plan) {
    sequence(actor, plan).ifPresent(own -> sequences.delete(actor, own.id()));
  }

  private Optional<Sequence> sequence(Actor actor, CampaignPlan plan) {
    return plan.kind() == CampaignKind.BROADCAST
        ? sequences.find(actor, plan.sequenceId())
        : Optional.empty();
  }

  private static SequenceDraft draft(@Nullable Integer version, CampaignPlan plan, StepDraft mail) {
    return new SequenceDraft(version, plan.name(), null, null, List.of(mail));
  }
}
