package dev.drumbeat;

import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.enrollment.EnrollmentStore;
import dev.drumbeat.mail.AccountUse;
import dev.drumbeat.sequence.SequenceStore;
import java.util.List;
import java.util.stream.Stream;

/** Tells mail accounts who needs them, which the packages after them know. */
final class UseOfAccounts implements AccountUse {

  private final SequenceStore sequences;
  private final CampaignStore campaigns;
  private final EnrollmentStore enrollments;

  UseOfAccounts(SequenceStore sequences, CampaignStore campaigns, EnrollmentStore enrollments) {
    this.sequences = sequences;
    this.campaigns = campaigns;
    this.enrollments = enrollments;
  }

  @Override
  public Use of(long accountId) {
    return new Use(
        campaigns(accountId),
        sequences.namesSendingFrom(accountId),
        enrollments.countOpenOfAccount(accountId));
  }

  /** Without those that carry direct enrollments: nobody made them, and their sequence is named. */
  private List<String> campaigns(long accountId) {
    return Stream.of(CampaignState.values())
        .filter(state -> !state.isOver())
        .flatMap(state -> campaigns.inState(state).stream())
        .filter(c -> !c.alwaysOn() && c.plan().accountIds().contains(accountId))
        .map(c -> c.plan().name())
        .toList();
  }
}
