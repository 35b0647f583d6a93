package dev.drumbeat;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignFilter;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.enrollment.EnrollmentStore;
import dev.drumbeat.sequence.SequenceUse;

/** Tells sequences who needs them, which the packages after them know. */
final class UseOfSequences implements SequenceUse {

  private static final int PAGE = 1_000;

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
    return campaigns.page(saying(sequenceId), 0, PAGE).stream().mapToInt(this::open).sum();
  }

  private int open(Campaign campaign) {
    var byState = enrollments.countByState(campaign.id());
    return EnrollmentState.OPEN.stream().mapToInt(state -> byState.getOrDefault(state, 0)).sum();
  }

  private static CampaignFilter saying(long sequenceId) {
    return new CampaignFilter(null, null, sequenceId);
  }
}
