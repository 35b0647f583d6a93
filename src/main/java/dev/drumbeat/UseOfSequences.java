package dev.drumbeat;

import dev.drumbeat.campaign.CampaignFilter;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.enrollment.EnrollmentStore;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.SequenceLine.UseCount;
import dev.drumbeat.sequence.SequenceUse;
import java.util.Collection;
import java.util.Map;

/** Tells sequences who needs them, which the packages after them know. */
final class UseOfSequences implements SequenceUse {

  private final CampaignStore campaigns;
  private final EnrollmentStore enrollments;

  UseOfSequences(CampaignStore campaigns, EnrollmentStore enrollments) {
    this.campaigns = campaigns;
    this.enrollments = enrollments;
  }

  @Override
  public int campaignsUsing(long sequenceId) {
    return campaigns.count(saying(sequenceId));
  }

  @Override
  public int activeEnrollments(long sequenceId) {
    return enrollments.countOpenOfCampaigns(campaigns.ids(sequenceId));
  }

  @Override
  public Map<Long, UseCount> campaignsUsing(Actor reader, Collection<Long> sequenceIds) {
    String owner = reader.has(Right.ADMINISTER) ? null : reader.userKey();
    return campaigns.uses(sequenceIds, owner);
  }

  private static CampaignFilter saying(long sequenceId) {
    return new CampaignFilter(null, null, sequenceId);
  }
}
