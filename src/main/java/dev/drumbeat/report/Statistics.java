package dev.drumbeat.report;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.enrollment.EnrollmentStore;
import dev.drumbeat.enrollment.Tallies;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sequence.SequenceStore;
import dev.drumbeat.sequence.SequenceVersion;
import dev.drumbeat.sequence.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The numbers of campaigns, for those who may see them. */
public final class Statistics {

  private final VisibleCampaigns visible;
  private final Tallies tallies;
  private final SequenceStore sequences;
  private final EnrollmentStore enrollments;

  public Statistics(
      VisibleCampaigns visible,
      Tallies tallies,
      SequenceStore sequences,
      EnrollmentStore enrollments) {
    this.visible = visible;
    this.tallies = tallies;
    this.sequences = sequences;
    this.enrollments = enrollments;
  }

  /** One campaign with its numbers and steps; somebody else's is not there. */
  public CampaignNumbers get(Actor actor, long campaignId) {
    Campaign campaign = visible.get(actor, campaignId);
    Numbers numbers = of(List.of(campaignId)).getOrDefault(campaignId, Numbers.NONE);
    return new CampaignNumbers(campaign, numbers, steps(campaign, numbers));
  }

  /** The numbers of campaigns that the caller may see, in one question. */
  public Map<Long, Numbers> of(Collection<Long> campaignIds) {
    Map<Long, Numbers> found = new HashMap<>(Numbers.byCampaign(tallies.sums(campaignIds)));
    campaignIds.forEach(id -> found.putIfAbsent(id, Numbers.NONE));
    return found;
  }

  /** When each of those campaigns writes to somebody next, in one question. */
  public Map<Long, Instant> nextSends(Collection<Long> campaignIds) {
    return enrollments.nextDue(campaignIds);
  }

  /** Those of the sequence in their order, then what was removed from it and has a history. */
  private List<StepNumbers> steps(Campaign campaign, Numbers numbers) {
    Optional<SequenceVersion> sequence = sequences.said(campaign.plan().sequenceId());
    Set<Long> left = numbers.steps();
    List<StepNumbers> steps = new ArrayList<>();
    int position = 0;
    for (Step step : sequence.map(SequenceVersion::steps).orElse(List.of())) {
      steps.add(new StepNumbers(step.id(), ++position, step, numbers.at(step.id())));
      left.remove(step.id());
    }
    for (long removed : left) {
      steps.add(new StepNumbers(removed, 0, null, numbers.at(removed)));
    }
    return steps;
  }
}
