package dev.drumbeat.enrollment;

import static dev.drumbeat.campaign.CampaignState.DRAFT;

import dev.drumbeat.audience.IssueMatches;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Branch;
import dev.drumbeat.sequence.Condition;
import dev.drumbeat.sequence.Flow;
import dev.drumbeat.sequence.Route;
import dev.drumbeat.sequence.SequenceStore;
import dev.drumbeat.sequence.SequenceVersion;
import dev.drumbeat.sequence.Step;
import java.util.List;
import java.util.Optional;

/**
 * What the steps of a campaign ask and where they lead, looked at once more before its launch and
 * under the rights of its owner: whoever wrote the sequence may see more, or something was changed.
 */
public final class FlowObstacles {

  private final SequenceStore sequences;
  private final CampaignStore campaigns;
  private final IssueMatches matches;
  private final IssueReader issues;

  public FlowObstacles(
      SequenceStore sequences, CampaignStore campaigns, IssueMatches matches, IssueReader issues) {
    this.sequences = sequences;
    this.campaigns = campaigns;
    this.matches = matches;
    this.issues = issues;
  }

  /** Notes everything that would keep leads from going on, beside the field of the step. */
  void check(Campaign campaign, Problems problems) {
    List<Step> steps =
        sequences.said(campaign.plan().sequenceId()).map(SequenceVersion::steps).orElse(List.of());
    for (int i = 0; i < steps.size(); i++) {
      check("steps[" + i + "].", steps.get(i).flow(), campaign, problems);
    }
  }

  private void check(String path, Flow flow, Campaign campaign, Problems problems) {
    Condition own = flow.condition();
    if (own != null) {
      check(path + "condition.", own, campaign, problems);
    }
    check(path + "otherwise.", flow.otherwise(), campaign, problems);
    check(path + "next.", flow.next(), campaign, problems);
    for (int i = 0; i < flow.branches().size(); i++) {
      Branch branch = flow.branches().get(i);
      String below = path + "branches[" + i + "].";
      check(below + "condition.", branch.condition(), campaign, problems);
      check(below, branch.go(), campaign, problems);
    }
  }

  private void check(String path, Condition condition, Campaign campaign, Problems problems) {
    if (condition instanceof Condition.Jql query) {
      matches
          .refusal(query.jql(), campaign.ownerKey())
          .ifPresent(why -> problems.add(path + "jql", why));
    } else if (condition instanceof Condition.Field field && !issues.hasField(field.field())) {
      problems.add(path + "field", "drumbeat.condition.no-field", field.field());
    }
  }

  private void check(String path, Route route, Campaign campaign, Problems problems) {
    if (route instanceof Route.ToCampaign to) {
      refusal(to.campaignId(), campaign).ifPresent(why -> problems.add(path + "campaignId", why));
    }
  }

  private Optional<Reason> refusal(long targetId, Campaign campaign) {
    Campaign target = campaigns.find(targetId).orElse(null);
    if (target == null) {
      return Optional.of(Reason.of("drumbeat.move.gone", Long.toString(targetId)));
    }
    return Moving.refusal(campaign, target)
        .or(
            () ->
                target.state() == DRAFT || target.state().isOver()
                    ? Optional.of(
                        Reason.of(
                            "drumbeat.enroll.not-running",
                            target.plan().name(),
                            Reason.of("drumbeat.campaign.state." + target.state().word())))
                    : Optional.empty());
  }
}
