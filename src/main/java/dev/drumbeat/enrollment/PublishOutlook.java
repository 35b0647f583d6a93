package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.sequence.Apply;
import dev.drumbeat.sequence.Publication;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.StepDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What publishing the draft of a sequence would mean (V2): how it differs from the version in
 * force, null is none yet; whom it had better count for; the leads under way, by campaign and step,
 * those in campaigns that the asker may not see without their names; and why it is refused.
 */
public record PublishOutlook(
    Sequence sequence,
    @Nullable Publication inForce,
    List<StepDifference> differences,
    Apply proposal,
    List<InCampaign> campaigns,
    int otherCampaigns,
    List<StepOutlook> others,
    List<InvalidInput.Problem> problems) {

  public PublishOutlook {
    differences = List.copyOf(differences);
    campaigns = List.copyOf(campaigns);
    others = List.copyOf(others);
    problems = List.copyOf(problems);
  }

  /** Those under way in one campaign, by the step that they wait for. */
  public record InCampaign(Campaign campaign, List<StepOutlook> steps) {

    public InCampaign {
      steps = List.copyOf(steps);
    }
  }
}
