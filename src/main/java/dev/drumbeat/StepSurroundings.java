package dev.drumbeat;

import dev.drumbeat.audience.IssueMatches;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.People;
import dev.drumbeat.audience.TaskPlaces;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Surroundings;
import java.util.Optional;

/** What steps name of the host and of campaigns, which the package of sequences does not know. */
public record StepSurroundings(
    IssueMatches matches,
    IssueReader issues,
    TaskPlaces places,
    People people,
    CampaignStore campaigns)
    implements Surroundings {

  @Override
  public Optional<Reason> queryRefusal(Actor writer, String jql) {
    return matches.refusal(jql, writer.userKey());
  }

  @Override
  public boolean hasField(String name) {
    return issues.hasField(name);
  }

  @Override
  public boolean hasDateField(String id) {
    return issues.dateFields().containsKey(id);
  }

  @Override
  public Optional<Reason> campaignRefusal(Actor writer, long campaignId) {
    Optional<Campaign> found =
        campaigns.find(campaignId).filter(campaign -> campaign.isVisibleTo(writer));
    if (found.isEmpty()) {
      return Optional.of(Reason.of("drumbeat.campaign.not-found", Long.toString(campaignId)));
    }
    return found
        .filter(campaign -> campaign.state().isOver())
        .map(campaign -> Reason.of("drumbeat.flow.campaign-over", campaign.plan().name()));
  }

  @Override
  public Optional<String> userKey(String keyOrName) {
    return people.findActive(keyOrName);
  }

  @Override
  public boolean hasProject(Actor writer, String projectKey) {
    return places.isProject(projectKey, writer.userKey());
  }
}
