package dev.drumbeat.sending;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Timeline;
import dev.drumbeat.sequence.SequenceVersion;

/** A campaign with one version of what it says, and when. */
record Running(Campaign campaign, Timeline timeline) {

  static Running of(Campaign campaign, SequenceVersion version) {
    return new Running(campaign, new Timeline(version, campaign.plan().schedule()));
  }
}
