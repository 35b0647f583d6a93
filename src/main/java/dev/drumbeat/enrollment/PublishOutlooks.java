package dev.drumbeat.enrollment;

import static java.util.stream.Collectors.groupingBy;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.PublishOutlook.InCampaign;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import dev.drumbeat.sequence.Apply;
import dev.drumbeat.sequence.Publication;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceStore;
import dev.drumbeat.sequence.SequenceVersion;
import dev.drumbeat.sequence.Sequences;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.StepDifference;
import dev.drumbeat.sequence.Succession;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what publishing would mean, from the runs that wait; nobody's history is read. */
public final class PublishOutlooks {

  private final Stores stores;
  private final Sequences sequences;
  private final SequenceStore store;

  public PublishOutlooks(Stores stores, Sequences sequences, SequenceStore store) {
    this.stores = stores;
    this.sequences = sequences;
    this.store = store;
  }

  /** For whoever may see the sequence. */
  public PublishOutlook of(Actor actor, long id) {
    Sequence sequence = sequences.get(actor, id);
    Problems problems = new Problems();
    sequences.checkToPublish(actor, sequence, problems);
    List<StepDifference> differences = differences(sequence);
    Map<Boolean, List<Campaign>> campaigns =
        launched(id).stream().collect(groupingBy(campaign -> campaign.isVisibleTo(actor)));
    List<Campaign> visible = campaigns.getOrDefault(true, List.of());
    List<Campaign> others = campaigns.getOrDefault(false, List.of());
    Map<Long, List<Waiting>> waiting =
        stores
            .enrollments()
            .waiting(ids(campaigns.values().stream().flatMap(List::stream).toList()))
            .stream()
            .collect(groupingBy(Waiting::campaignId));
    Publication inForce = store.publication(id, sequence.published()).orElse(null);
    return new PublishOutlook(
        sequence,
        inForce,
        differences,
        proposal(differences),
        visible.stream()
            .map(
                campaign ->
                    new InCampaign(
                        campaign, steps(sequence, waiting.getOrDefault(campaign.id(), List.of()))))
            .toList(),
        others.size(),
        steps(
            sequence,
            others.stream()
                .flatMap(campaign -> waiting.getOrDefault(campaign.id(), List.of()).stream())
                .toList()),
        problems.isEmpty() ? List.of() : problems.refusal().problems());
  }

  /** How the draft differs from what is in force; everything does when nothing is. */
  public List<StepDifference> differences(Sequence sequence) {
    List<Step> inForce = store.published(sequence).map(SequenceVersion::steps).orElse(List.of());
    return StepDifference.between(inForce, sequence.steps());
  }

  /** Corrected words are for everybody, another order or another rhythm for those to come (V2). */
  static Apply proposal(List<StepDifference> differences) {
    boolean isWording = differences.stream().allMatch(StepDifference::isWording);
    return isWording && !differences.isEmpty() ? Apply.RUNNING : Apply.NEW;
  }

  /** Campaigns of a sequence that leads may be under way in, the oldest first. */
  List<Campaign> launched(long sequenceId) {
    return stores.campaigns().findAll(stores.campaigns().ids(sequenceId)).values().stream()
        .filter(campaign -> campaign.isLaunched() && !campaign.state().isOver())
        .sorted(Comparator.comparingLong(Campaign::id))
        .toList();
  }

  private static List<Long> ids(Collection<Campaign> campaigns) {
    return campaigns.stream().map(Campaign::id).toList();
  }

  /** By step and by what becomes of those who wait for it, in the order of the draft. */
  private List<StepOutlook> steps(Sequence sequence, List<Waiting> waiting) {
    Map<List<Object>, StepOutlook> steps = new LinkedHashMap<>();
    SequenceVersion to = SequenceVersion.draft(sequence);
    for (Waiting group : waiting) {
      StepOutlook outlook = outlook(group, to);
      Step next = outlook.next();
      List<Object> key =
          List.of(outlook.stepId(), next == null ? 0L : next.id(), outlook.otherTime());
      steps.merge(key, outlook, StepOutlook::plus);
    }
    return steps.values().stream().sorted(Comparator.comparingInt(PublishOutlooks::place)).toList();
  }

  private static int place(StepOutlook outlook) {
    Step step = outlook.step();
    return step == null ? Integer.MAX_VALUE : step.position();
  }

  private StepOutlook outlook(Waiting group, SequenceVersion to) {
    Optional<SequenceVersion> from = store.version(to.sequenceId(), group.version());
    Optional<Succession> succession = from.map(f -> new Succession(f, to));
    return new StepOutlook(
        group.stepId(),
        from.flatMap(f -> f.step(group.stepId())).or(() -> to.step(group.stepId())).orElse(null),
        group.runs(),
        succession.flatMap(s -> s.next(group.stepId())).orElse(null),
        succession.filter(s -> s.waitsOtherwise(group.stepId())).isPresent());
  }
}
